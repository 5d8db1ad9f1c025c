# %%
import asyncio
# %%
%%capture --no-such-option
asyncio.run(asyncio.sleep(0))  # LS504
