import asyncio


async def rank(word):
    await asyncio.sleep(0)
    return -len(word)


words = ["a", "ccc", "bb"]
print(sorted(words, key=lambda w: asyncio.run(rank(w))))
