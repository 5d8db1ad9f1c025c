# %%
import asyncio

async def f(x):
    await asyncio.sleep(0)
    return x

# %%
async def main():
    v = await f(1)
    print(v)

    w = await f(2)
    print(w)

    async with asyncio.Lock():
        print(await f(3))


if __name__ == "__main__":
    asyncio.run(main())
