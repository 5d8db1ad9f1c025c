import asyncio


async def number(x):
    await asyncio.sleep(0)
    return x


print((await number(3)).bit_length(), -await number(2) ** 2)
print(f"{await number(4):>3} {(await number(5)).real!r}")
print(await (number(1) if True else number(2)))
print("yes" if await number(0) == 0 else "no", not await number(1))
