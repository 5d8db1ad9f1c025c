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
loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(get(1)))
finally:
    loop.close()
#%%
with asyncio.Runner() as runner:
    print(runner.run(get(3)))
#%%
if __name__ == "__main__":
    print(asyncio.run(get(4)))
