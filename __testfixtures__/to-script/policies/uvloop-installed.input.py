import asyncio

import uvloop


async def main():
    await asyncio.sleep(0)
    print(type(asyncio.get_running_loop()).__module__)


if __name__ == "__main__":
    uvloop.install()
    asyncio.run(main())
