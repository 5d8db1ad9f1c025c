import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:  # LS614
    asyncio.get_running_loop()
except RuntimeError:
    name = asyncio.run(main())
else:
    name = await main()
print(name)
