# G8 a flag, and a branch behind it
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    asyncio.get_running_loop()
    running = True
except RuntimeError:
    running = False

if running:
    asyncio.create_task(main())
else:
    asyncio.run(main())
