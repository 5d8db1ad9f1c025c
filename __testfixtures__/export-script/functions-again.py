# %%
import asyncio

async def main():
    return 'first'

print(asyncio.run(main()))

# %%
async def main():
    return 'second'

print(asyncio.run(main()))
