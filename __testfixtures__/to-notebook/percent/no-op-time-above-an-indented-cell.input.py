# %%
import asyncio


async def main():
    pass


# %%
%%time
  asyncio.run(main())  # LS502
  print(1)

# %%
%%time
  # IPython takes the indent away
  asyncio.run(main())  # LS502
