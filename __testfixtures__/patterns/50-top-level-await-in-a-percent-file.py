# %%
import asyncio

# %%
result = await asyncio.sleep(0, 1)

# %%
print(result)
