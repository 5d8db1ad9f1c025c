"""A function that is also reached through the module it stands in."""
import asyncio
import sys

import __main__


async def get(n):
    await asyncio.sleep(0)
    return n


def by_attribute(n):
    return asyncio.run(get(n))


def by_table(n):
    return asyncio.run(get(n))


def by_import(n):
    return asyncio.run(get(n))


def plain(n):
    return asyncio.run(get(n))


from __main__ import by_import as imported

print(__main__.by_attribute(1), by_attribute(2))
print(getattr(sys.modules[__name__], "by_table")(3), by_table(4))
print(imported(5), by_import(6))
print(plain(7))
