# %%
from IPython.utils.capture import capture_output
import asyncio
# %%
with capture_output() as out:
    print(await asyncio.sleep(0, 3))  # LS503


# %% next
print(out.stdout)
