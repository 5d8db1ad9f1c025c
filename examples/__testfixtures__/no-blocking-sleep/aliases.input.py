from time import perf_counter, sleep as nap


async def main():
    start = perf_counter()
    nap(0.01)
    return perf_counter() - start
