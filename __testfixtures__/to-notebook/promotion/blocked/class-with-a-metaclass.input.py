import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class Meta(type):
    pass


class K(metaclass=Meta):
    def f(self, n):
        return asyncio.run(get(n))  # LS428


print(K().f(1))
