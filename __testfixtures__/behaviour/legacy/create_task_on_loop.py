import asyncio

out = []


async def talk(name, n):
    for i in range(n):
        out.append(f"{name}{i}")
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()
a = loop.create_task(talk("a", 3))
b = loop.create_task(talk("b", 2))
loop.run_until_complete(asyncio.gather(a, b))
loop.close()
print(out)
