# %% [markdown]
# # A percent file

# %%
import asyncio

# %% helpers
async def load(n):
    await asyncio.sleep(0)
    return list(range(n))

# %%
data = asyncio.run(load(4))
print(data)

# %%
print(sum(data))
