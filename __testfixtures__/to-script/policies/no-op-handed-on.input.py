import asyncio

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


uvloop.install()  # LS391
list(map(asyncio.run, [main(), main()]))
asyncio.run(main())
