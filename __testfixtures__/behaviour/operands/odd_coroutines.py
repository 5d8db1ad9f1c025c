import asyncio
import functools


async def v(x=0, y=0):
    await asyncio.sleep(0)
    return x + y


class Thing:
    async def method(self, n):
        return await v(n, 1)

    def __await__(self):
        return v(50).__await__()


async def wait_for(thing):
    return await thing


flag = False
coroutines = [v(1), v(2)]
kind = functools.partial(v, y=10)
print(asyncio.run(v(1) if flag else v(2)))
print(asyncio.run(coroutines[0]), asyncio.run(coroutines.pop()))
print(asyncio.run((lambda: v(7))()))
print(asyncio.run(getattr(Thing(), "method")(3)))
print(asyncio.run(kind(5)))
print(asyncio.run(wait_for(Thing())))
print(asyncio.run(main=v(8)))
print(asyncio.run(
    v(x=1,
      y=2),
))
coroutine = v(9)
print(asyncio.run(coroutine))
