# %%
import asyncio
async def f():
    return 1

# %%
asyncio.run(f())  # LS719

# %%
x = 1
x

# %%
print(x)

# %%
x;
