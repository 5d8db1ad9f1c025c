# %%


async def double(x):
    return 2 * x


print(await double(2))
