import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    n = asyncio.run(get(1))  # LS203

    @staticmethod
    def m(n=asyncio.run(get(2))):  # LS203
        return n


print(K.n, K.m())
