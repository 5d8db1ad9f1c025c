import asyncio
import functools


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        print("call", args)
        return await function(*args)

    return wrapper


@logged
async def work(x):
    await asyncio.sleep(0)
    return x


async def main():
    print(await work(1))


if __name__ == "__main__":
    asyncio.run(main())
