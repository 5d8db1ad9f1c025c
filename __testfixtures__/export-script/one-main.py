# %% [markdown]
# # Queue

# %%
import asyncio

# %%
queue = asyncio.Queue()

async def produce(n):
    for i in range(n):
        await queue.put(i)

# %% [markdown]
# ## How to read it

# %%
def show(values):
    """Print them."""
    print(values, size)

# %% [markdown]
# Fill it.

# %%
async def main():
    global size
    await produce(3)

    # Now read.
    size = queue.qsize()
    values = [await queue.get() for _ in range(size)]
    show(values)

    text = '''
  kept
'''
    print(text)


if __name__ == "__main__":
    asyncio.run(main())
