import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def value(n):
    return await get(n)


def tagged(tag):
    def wrap(f):
        f.tag = tag
        return f

    return wrap


@tagged(await value(1))
def f(x=await value(2), *, y=await value(3)):
    return x + y


class K(await value(object)):
    pass


print(f.tag, f(), (lambda x=await value(4): x)(), K.__bases__[0].__name__)
