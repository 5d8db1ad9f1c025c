import asyncio
import sys


async def main():
    return 42


if __name__ == "__main__":
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    print(asyncio.run(main(), debug=True))
