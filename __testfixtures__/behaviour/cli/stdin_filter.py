import asyncio
import io
import sys

sys.stdin = io.StringIO("3\n1\n2\n")


async def read():
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, sys.stdin.read)


async def main():
    numbers = [int(line) for line in (await read()).split()]
    print(*sorted(numbers), sep="\n")


if __name__ == "__main__": asyncio.run(main())
