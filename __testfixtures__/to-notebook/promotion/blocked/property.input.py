import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    @property
    def value(self):
        return asyncio.run(get(1))  # LS404

    @value.setter
    def value(self, n):
        asyncio.run(get(n))  # LS404


k = K()
k.value = 3
print(k.value)
