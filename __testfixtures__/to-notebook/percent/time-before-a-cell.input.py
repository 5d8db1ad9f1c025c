# %%
import asyncio
# %%
%%time
await asyncio.sleep(0, 3)  # LS502


# %% next
print('next')
