import asyncio

lock = asyncio.Lock()
async with lock:
    count: int = 1
plain: str = "local"
limit: int


def show():
    return count


limit = 2
print(show(), plain, limit)
