import asyncio


async def get(n):
    await asyncio.sleep(0)
    return {"n": n, "name": "x" * n}


def load(n):
    return asyncio.run(get(n))


print(load(2)["name"].upper(), len(load(3)["name"]) ** 2, -load(1)["n"])
print(load(
    4,  # four
).get("n"), not load(0)["name"])
pairs = {load(i)["n"]: load(i)["name"] for i in range(3) if load(i)["n"]}
print(f"{load(2)['n']} {pairs}")
print("yes"if load(1)["n"]else"no", [*load(1)], {**load(1)})
