# %%
# Setup

# %%
import asyncio

# %%
print(await asyncio.sleep(0, 3))
