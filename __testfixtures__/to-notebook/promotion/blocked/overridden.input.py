import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class A:
    def f(self, n):
        return asyncio.run(get(n))  # LS410


class B(A):
    def f(self, n):
        return n


print(A().f(1), B().f(2))
