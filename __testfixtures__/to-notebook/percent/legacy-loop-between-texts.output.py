#%% [markdown]
"""
asyncio.run(get(0))
"""
#%%
import asyncio
async def get(n):
    await asyncio.sleep(0)
    return n
#%% md
# asyncio.run(get(9))
#%% slow {"tags": ["x"]}
print(await get(1))
#%%
print(await get(3))
#%%
if __name__ == "__main__":
    print(await get(4))
