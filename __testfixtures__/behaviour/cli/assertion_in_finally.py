import asyncio

state = []


async def step(n):
    state.append(n)
    await asyncio.sleep(0)
    if n == 2:
        raise ValueError("step two")


try:
    for n in range(5):
        asyncio.run(step(n))
finally:
    print("ran", state)
