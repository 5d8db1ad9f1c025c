"""The question is asked with current_task(), which raises where no loop runs."""
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")


try:
    asyncio.current_task()
    running = True
except RuntimeError:
    running = False
if running:
    asyncio.create_task(main())
else:
    asyncio.run(main())
