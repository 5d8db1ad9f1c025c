import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print(asyncio.run(get(1), debug=False), asyncio.run(get(2), debug=None,))
print(asyncio.run(main=get(3)), asyncio.run(debug=False, main=get(4)))
