import asyncio
import multiprocessing


async def work(n):
    await asyncio.sleep(0)
    return n * 11


def child(queue, n):
    queue.put(asyncio.run(work(n)))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    process = context.Process(target=child, args=(queue, 4))
    process.start()
    print(queue.get(timeout=10))
    process.join()
    print("exit code", process.exitcode)
