# %%
import asyncio
# %%
%%capture out
print(await asyncio.sleep(0, 3))  # LS503


# %% next
print(out.stdout)
