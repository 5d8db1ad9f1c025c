import asyncio


async def get(n):
    await asyncio.sleep(0)
    return {"n": n, "name": "x" * n}


async def load(n):
    return await get(n)


print((await load(2))["name"].upper(), len((await load(3))["name"]) ** 2, -(await load(1))["n"])
print((await load(
    4,  # four
)).get("n"), not (await load(0))["name"])
pairs = {(await load(i))["n"]: (await load(i))["name"] for i in range(3) if (await load(i))["n"]}
print(f"{(await load(2))['n']} {pairs}")
print("yes"if (await load(1))["n"]else"no", [*await load(1)], {**await load(1)})
