import asyncio


async def main():
    print("never run at home")


await main()  # loopshift: skip
