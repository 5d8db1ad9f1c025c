# under the __main__ guard
import asyncio


async def main():
    await asyncio.sleep(0)
    print("done")
    return 1


if __name__ == "__main__":
    asyncio.run(main())
