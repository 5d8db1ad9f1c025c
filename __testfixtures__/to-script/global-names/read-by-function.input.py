import asyncio

lock = asyncio.Lock()
async with lock:
    config = {"debug": True}


def debug():
    return config["debug"]


print(debug())
