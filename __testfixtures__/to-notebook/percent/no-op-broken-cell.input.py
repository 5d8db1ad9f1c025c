# %%
import asyncio
# %%
asyncio.run(
# %%
await asyncio.sleep(0)
