"""
A queue of two places slows its producer down to what the consumer manages.
"""
import asyncio

log = []


async def produce(q):
    for word in "the quick brown fox jumps".split():
        await q.put(word)
        log.append(("put", word, q.qsize()))


async def consume(q, until):
    while len([1 for kind, *_ in log if kind == "got"]) < until:
        word = await q.get()
        await asyncio.sleep(0.001)
        log.append(("got", word, q.qsize()))


async def run_it():
    q = asyncio.Queue(maxsize=2)
    await asyncio.wait_for(asyncio.gather(produce(q), consume(q, 5)), timeout=5)


if __name__ == "__main__":
    asyncio.run(run_it())
    assert max(size for kind, _, size in log if kind == "put") <= 2
    print([word for kind, word, _ in log if kind == "got"])
