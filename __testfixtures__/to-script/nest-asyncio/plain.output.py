import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


def main():
    print(asyncio.run(double(21)))


if __name__ == '__main__':
    main()
