import asyncio


async def answer():
    await asyncio.sleep(0)
    return 42


loop = asyncio.new_event_loop()
print(loop.run_until_complete(answer()))  # LS302
print("running" if loop.is_running() else "at rest")
loop.close()
print("closed" if loop.is_closed() else "open")
