# -*- coding: latin-1 -*-
import asyncio


async def drink():
    await asyncio.sleep(0)
    return "café"


print(ascii(asyncio.run(drink())))
