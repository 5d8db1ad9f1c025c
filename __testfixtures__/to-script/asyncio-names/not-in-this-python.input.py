import asyncio


def work():
    return "work"


async def main():
    print(await asyncio.to_thread(work))  # LS316


asyncio.run(main())
