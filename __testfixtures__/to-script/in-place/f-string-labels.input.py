import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


print(f"{await v(5)=}")
print(f"{await v(6) = :>4}|")
