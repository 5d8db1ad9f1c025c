"""Counts words."""
import asyncio
from collections import Counter

TEXT = "a b a c b a"


async def count(text):
    await asyncio.sleep(0)
    return Counter(text.split())


def show(counter):
    for word, n in counter.most_common():
        print(word, n)


if __name__ == "__main__":
    show(asyncio.run(count(TEXT)))
