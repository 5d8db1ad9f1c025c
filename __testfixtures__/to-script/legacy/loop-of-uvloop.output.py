import asyncio
from uvloop import new_event_loop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def go():
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(main())
        print("between")
        runner.run(main())


go()
