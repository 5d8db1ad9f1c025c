# %%
import asyncio
# %%
%%capture out
await asyncio.sleep(0)  # LS503


# %% next
print(out.stdout)
