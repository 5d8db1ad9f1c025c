import asyncio


async def value(n):
    await asyncio.sleep(0)
    return n


ev = asyncio.Event()
ev.set()
await ev.wait()
alpha = await value(1)
beta = await value(2)
print({k: v for k, v in globals().items() if k in ("alpha", "beta")})
print(eval("alpha + beta"))
