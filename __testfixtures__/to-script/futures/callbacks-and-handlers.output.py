import asyncio


async def main():
    await asyncio.sleep(0)
    return "main"


def on_error(loop, context):
    print(context["message"])


async def _main():
    asyncio.get_running_loop().set_exception_handler(on_error)
    asyncio.get_running_loop().call_soon(print, "soon")
    print(await asyncio.create_task(main()))


if __name__ == "__main__":
    asyncio.run(_main())
