# %% [markdown]
# # Jobs

# %%
import asyncio

# %%
jobs = asyncio.Queue()


async def main():
    await jobs.put("first")
    size = jobs.qsize()

    # Everything so far went into a queue.
    #
    # ## How many
    #
    # Count them.

    # All of them
    print(size)

    # ### One
    job = await jobs.get()
    print(job)


if __name__ == "__main__":
    asyncio.run(main())

# %% [markdown]
# ## What to read next

# %% [markdown]
# - the documentation
