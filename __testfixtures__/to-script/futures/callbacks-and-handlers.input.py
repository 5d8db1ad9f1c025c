import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


def on_error(loop, context):
    print(context["message"])


loop = asyncio.new_event_loop()
loop.set_exception_handler(on_error)
loop.call_soon(print, "soon")
print(loop.run_until_complete(main()))
loop.close()
