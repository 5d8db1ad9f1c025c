import asyncio


def in_async_code():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


async def inside():
    return in_async_code()


def from_a_thread():
    import threading
    seen = []
    t = threading.Thread(target=lambda: seen.append(in_async_code()))
    t.start()
    t.join()
    return seen[0]


print(from_a_thread(), asyncio.run(inside()))
