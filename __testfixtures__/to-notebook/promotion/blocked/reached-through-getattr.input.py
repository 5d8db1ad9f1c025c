import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def do_f(self, n):
        return asyncio.run(get(n))  # LS421

    def do(self, name, n):
        return getattr(self, f"do_{name}")(n)


print(K().do("f", 1))
