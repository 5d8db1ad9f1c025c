import asyncio

try:
    import nest_asyncio

    nest_asyncio.apply()  # LS654
    NESTED = True
except ImportError:
    NESTED = False


async def double(x):
    return 2 * x


print(NESTED, await double(2))
