import asyncio
import concurrent.futures
import contextvars


def run_sync(coro):
    """Run a coroutine to completion, also where an event loop is already running."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        return asyncio.run(coro)
    # The running loop cannot be waited for from here: the coroutine gets a thread, and a loop, of its own.
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(contextvars.copy_context().run, asyncio.run, coro).result()


class Refused(Exception):
    pass


async def check(n):
    await asyncio.sleep(0.01)
    if n > 1:
        raise Refused(n)


async def save(n):
    await asyncio.sleep(n / 20)
    print("saved", n)


async def together():
    await asyncio.gather(save(1), check(2))


async def one_by_one():
    tasks = [asyncio.create_task(check(2)), asyncio.create_task(save(2))]
    for task in tasks:
        await task


async def too_late():
    task = asyncio.create_task(save(3))
    await check(2)
    await task


async def first_of_many():
    jobs = [save(4), save(5)]
    for job in asyncio.as_completed(jobs):
        await job
        break


async def first_completed():
    jobs = [asyncio.create_task(save(6)), asyncio.create_task(asyncio.sleep(0.01))]
    done, pending = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), "done,", len(pending), "pending")


async def shielded():
    try:
        await asyncio.wait_for(asyncio.shield(save(7)), 0.01)
    except asyncio.TimeoutError:
        print("too slow")


try:
    run_sync(together())  # LS352
except Refused as error:
    print("refused", error)
try:
    run_sync(one_by_one())  # LS352
except Refused as error:
    print("refused", error)
try:
    run_sync(too_late())  # LS352
except Refused as error:
    print("refused", error)
run_sync(first_of_many())  # LS352
run_sync(first_completed())  # LS352
run_sync(shielded())  # LS352
print("end")
