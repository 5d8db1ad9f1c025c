import asyncio


async def _score(word):
    await asyncio.sleep(0)
    return len(word)


def score(word):
    return asyncio.run(_score(word))


words = ["a", "bbb", "cc"]
print(sum(score(w) for w in words))
print(any(score(w) > 2 for w in words), all(score(w) > 2 for w in words))
print(max(words, key=score), ",".join(str(score(w)) for w in words))
