# %% [markdown]
# Run `asyncio.run(main())` in a script.

# %%
import asyncio

# %%
await asyncio.sleep(0)
