import asyncio
import atexit


async def get(n):
    await asyncio.sleep(0)
    return n


@atexit.register
def bye():
    print(asyncio.run(get("bye")))  # LS213


atexit.register(lambda: asyncio.run(get("lambda")))  # LS213
print("ready")
