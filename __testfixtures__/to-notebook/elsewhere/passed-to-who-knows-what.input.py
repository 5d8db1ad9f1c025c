import asyncio
import contextvars


async def get(n):
    await asyncio.sleep(0)
    return n


context = contextvars.copy_context()
print(context.run(asyncio.run, get(1)))  # LS212
print(list(map(asyncio.run, [get(2), get(3)])))  # LS212
start = None
print((start or asyncio.run)(get(4)))  # LS212
