# %% Load
from IPython.utils.capture import capture_output
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


# %%
x = await double(21)
print(x)

# %%
with capture_output() as out:
    y = await double(x)  # LS503

# %%
!echo done
if __name__ == "__main__":
    print(await double(y), out.stdout)
