import asyncio


async def v(x):
    await asyncio.sleep(0)
    return x


width = 8
print(f"{asyncio.run(v(3.14159)):{width}.2f}|")
print(f"{asyncio.run(v('a'))!r:>6}|{{literal}}")
print(f"{asyncio.run(v(5))=}")
print(f"sum {asyncio.run(v(1)) + asyncio.run(v(2))} and {[asyncio.run(v(i)) for i in range(2)]}")
