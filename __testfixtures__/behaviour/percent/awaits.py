# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %%
import asyncio

async def step(n):
    await asyncio.sleep(0)
    return n + 1

# %%
x = await step(0)
print(x)

# %%
for _ in range(2):
    x = await step(x)

# %%
print("x =", x)
