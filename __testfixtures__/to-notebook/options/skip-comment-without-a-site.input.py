import asyncio


async def main():
    return 1


# loopshift: skip  # LS116
asyncio.run(main())
x = 1  # loopshift: skip  # LS116
print("# loopshift: skip", asyncio.run(main()))
load = "# loopshift: skip"
