import asyncio
from asyncio import Runner

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


def cli(times):
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    with Runner() as runner:
        for _ in range(times):
            runner.run(main())
    asyncio.run(
        main(),
        debug=False,
    )


cli(2)
