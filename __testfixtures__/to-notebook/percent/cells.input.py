# %% Load
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


# %%
x = asyncio.run(double(21))
print(x)

# %%
%%capture out
y = asyncio.run(double(x))  # LS503

# %%
!echo done
if __name__ == "__main__":
    print(asyncio.run(double(y)), out.stdout)
