import functools

import anyio
import anyio as io
from anyio import run


async def main(n=1, *, k=0):
    await anyio.sleep(0)
    return n + k


print(anyio.run(main))
a = io.run(main, 2).real
b = run(main, 3, backend='asyncio')
c = anyio.run(functools.partial(main, k=4), 5)
d = anyio.run(lambda: main(6))
e = anyio.run(lambda n: main(n), 7)
f = anyio.run(
    main,
    8,
)
g = anyio.run(main if a else None, *[9])
h = [anyio.run(main, i) for i in range(3)]
print(a, b, c, d, e, f, g, h)


async def outer():
    return await main(10)


print(f'{anyio.run(outer)} and {anyio.run(main, 11)!r}')
