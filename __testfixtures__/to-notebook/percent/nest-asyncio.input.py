# %%
# Setup
import nest_asyncio
nest_asyncio.apply()

# %%
import asyncio

# %%
loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, 3)))
