# %%
import asyncio

# %%
async def main():
    async with asyncio.Lock():
        print('locked')


if __name__ == "__main__":
    asyncio.run(main())
