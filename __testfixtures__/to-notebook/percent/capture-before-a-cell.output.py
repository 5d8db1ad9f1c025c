# %%
from IPython.utils.capture import capture_output
import asyncio
# %%
with capture_output() as out:
    await asyncio.sleep(0)  # LS503


# %% next
print(out.stdout)
