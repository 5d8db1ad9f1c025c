"""The coroutine sets the precision of its own context, which no decimal has been made in yet."""
import asyncio
import decimal


async def third():
    decimal.getcontext().prec = 4
    await asyncio.sleep(0)
    return decimal.Decimal(1) / 3


print(asyncio.run(third()))  # LS341
print(decimal.Decimal(1) / 3)
