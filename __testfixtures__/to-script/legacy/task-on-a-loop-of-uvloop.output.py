import asyncio
import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)

with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    loop = runner.get_loop()
    task = loop.create_task(main())
    loop.run_until_complete(task)
