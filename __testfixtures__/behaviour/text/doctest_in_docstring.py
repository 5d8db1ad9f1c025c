import asyncio
import doctest


async def double(n):
    """
    >>> asyncio.run(double(4))
    8
    """
    await asyncio.sleep(0)
    return n * 2


def show():
    """Prints.

    Example::

        asyncio.run(double(2))
    """
    print(asyncio.run(double(21)))


show()
print("asyncio.run(" in show.__doc__)
