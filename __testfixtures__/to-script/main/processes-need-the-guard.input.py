import asyncio
import multiprocessing


async def size():
    await asyncio.sleep(0)
    return 3


def cube(x):
    return x**3


count = await size()  # LS707
with multiprocessing.Pool(1) as pool:
    print(pool.map(cube, range(count)))


def later():
    return count


print(later())
