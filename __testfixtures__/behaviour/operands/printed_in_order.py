import asyncio

order = []


async def step(name):
    order.append(name)
    await asyncio.sleep(0)
    return name


def plain(name):
    order.append(name)
    return name


print(plain("a"), asyncio.run(step("b")), plain("c"), asyncio.run(step("d")))
pair = plain("e") + asyncio.run(step("f"))
table = {plain("g"): asyncio.run(step("h")), asyncio.run(step("i")): plain("j")}
print("".join(order))
