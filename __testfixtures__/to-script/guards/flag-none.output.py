import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


# In a notebook a loop is running already.

# a plain script
asyncio.run(main())
