import asyncio
import sys


async def main():
    return 42


if __name__ == "__main__":
    print(asyncio.run(main(), debug=True, loop_factory=asyncio.SelectorEventLoop))
