# %%
import asyncio
await asyncio.sleep(0)

# %%
%%bash
echo "asyncio.run(main())"

# %% [markdown]
# asyncio.run(main())
