import asyncio
from asyncio import Runner

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def cli(times):
    with Runner(loop_factory=uvloop.new_event_loop) as runner:
        for _ in range(times):
            runner.run(main())
    asyncio.run(
        main(),
        debug=False,
        loop_factory=uvloop.new_event_loop,
    )


cli(2)
