import functools

import anyio
import anyio as io
from anyio import run


async def main(n=1, *, k=0):
    await anyio.sleep(0)
    return n + k


print(await main())
a = (await main(2)).real
b = await main(3)
c = await functools.partial(main, k=4)(5)
d = await main(6)
e = await (lambda n: main(n))(7)
f = await main(8)
g = await (main if a else None)(*[9])
h = [await main(i) for i in range(3)]
print(a, b, c, d, e, f, g, h)


async def outer():
    return await main(10)


print(f'{await outer()} and {await main(11)!r}')
