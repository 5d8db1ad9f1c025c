import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


print(f"await v(5)={asyncio.run(v(5))!r}")
print(f"await v(6) = {asyncio.run(v(6)):>4}|")
