import asyncio


async def save(n):
    await asyncio.sleep(n / 20)
    print("saved", n)
    assert n < 2, "too many"


async def main():
    try:
        await asyncio.gather(*map(save, [1, 2, 3]))
    except AssertionError as error:
        print("stopped:", error)


# the third is cancelled with the loop
asyncio.run(main())
