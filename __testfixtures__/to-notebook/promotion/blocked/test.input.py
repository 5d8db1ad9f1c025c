import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def test_f():
    assert asyncio.run(get(1)) == 1  # LS424


print("ok")
