import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


# In a cell they would be the kernel's, and `main()` itself.
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(main()))  # LS311
finally:
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))  # LS301
    loop.close()
