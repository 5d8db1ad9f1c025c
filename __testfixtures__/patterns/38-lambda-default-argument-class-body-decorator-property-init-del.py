# lambda, default argument, class body, decorator, property, __init__, __del__
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


def mark(value):
    def decorate(function):
        function.mark = value
        return function

    return decorate


later = lambda: asyncio.run(main())


@mark(asyncio.run(main()))
def given(n=asyncio.run(main())):
    return n


class Box:
    value = asyncio.run(main())

    def __init__(self):
        self.own = asyncio.run(main())

    @property
    def fresh(self):
        return asyncio.run(main())

    def __del__(self):
        print("gone", asyncio.run(main()))


box = Box()
print(later(), given(), given.mark, Box.value, box.own, box.fresh)
del box
