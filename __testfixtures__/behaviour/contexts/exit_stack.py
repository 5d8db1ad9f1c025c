import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def resource(n):
    print(f"acquire {n}")
    yield n
    print(f"release {n}")


async def use(count):
    async with AsyncExitStack() as stack:
        handles = [await stack.enter_async_context(resource(i)) for i in range(count)]
        stack.push_async_callback(asyncio.sleep, 0)
        return sum(handles)


total = asyncio.run(use(3))
print(f"{total=}")
