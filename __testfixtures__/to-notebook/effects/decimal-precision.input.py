# %%
import asyncio
import decimal


async def third():
    await asyncio.sleep(0)
    return decimal.Decimal(1) / 3


# %%
decimal.getcontext().prec = 4
print(asyncio.run(third()))  # LS347

# %%
print(decimal.Decimal(1) / 3)
