import asyncio


def sync(f):
    def wrapper(*args):
        return asyncio.new_event_loop().run_until_complete(f(*args))  # LS401

    return wrapper


@sync
async def load(n):
    await asyncio.sleep(0)
    return n


print(load(1))
