# G5 `get_running_loop`, except: raise
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def inside():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise RuntimeError("call it from a coroutine") from None


async def ask():
    return inside() is not None


print(asyncio.run(ask()))
