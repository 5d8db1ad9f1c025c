import asyncio

lock = asyncio.Lock()


def go():
    async with lock:  # LS633
        return "held"


print(go())
