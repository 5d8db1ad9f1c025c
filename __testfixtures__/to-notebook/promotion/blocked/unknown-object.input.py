import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def f(self, n):
        return asyncio.run(get(n))  # LS411


def call(x):
    return x.f(2)


print(call(K()))
