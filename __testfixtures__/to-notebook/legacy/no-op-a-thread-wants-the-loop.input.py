import asyncio
import concurrent.futures


async def work(n):
    await asyncio.sleep(0)
    return n


# The job is right where it runs, on the loop that the last line would do away with.
loop = asyncio.new_event_loop()
with concurrent.futures.ThreadPoolExecutor() as pool:
    print(pool.submit(lambda: loop.run_until_complete(work(1))).result())  # LS213
print(loop.run_until_complete(work(2)))  # LS301
loop.close()
