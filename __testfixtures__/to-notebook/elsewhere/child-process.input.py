import asyncio
import multiprocessing


async def get(n):
    await asyncio.sleep(0)
    return n


def work(n):
    print(asyncio.run(get(n)))  # LS213


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    process = context.Process(target=work, args=(1,))
    process.start()
    process.join()
