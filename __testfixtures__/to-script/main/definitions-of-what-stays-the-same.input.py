import asyncio
import enum
from typing import Optional

LIMIT = 10
names = []


class Color(enum.Enum):
    RED = 1


async with asyncio.Lock():
    names.append("a")


def paint(color: Optional[Color] = Color.RED, limit=LIMIT * 2, of=names):
    return color.name, limit, of


class Painter:
    limit = -LIMIT


print(paint(), Painter.limit)
