import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


print(f"{asyncio.run(v(5))=}")
print(f"{asyncio.run(v(6)) = :>4}|")
print(f"{asyncio.run(v(7)) + 1=}")  # LS211
