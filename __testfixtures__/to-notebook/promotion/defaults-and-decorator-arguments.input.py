import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def value(n):
    return asyncio.run(get(n))


def tagged(tag):
    def wrap(f):
        f.tag = tag
        return f

    return wrap


@tagged(value(1))
def f(x=value(2), *, y=value(3)):
    return x + y


class K(value(object)):
    pass


print(f.tag, f(), (lambda x=value(4): x)(), K.__bases__[0].__name__)
