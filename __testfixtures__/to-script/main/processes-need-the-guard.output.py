import asyncio
import multiprocessing


async def size():
    await asyncio.sleep(0)
    return 3


def cube(x):
    return x**3


def later():
    return count


async def main():
    global count
    count = await size()  # LS707
    with multiprocessing.Pool(1) as pool:
        print(pool.map(cube, range(count)))

    print(later())


if __name__ == "__main__":
    asyncio.run(main())
