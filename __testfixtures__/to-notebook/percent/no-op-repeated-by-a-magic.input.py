# %%
import asyncio

# %%
%timeit asyncio.run(asyncio.sleep(0))  # LS501
