async def nap():
    import asyncio
    await asyncio.sleep(0)
    return "rested"


def main():
    import asyncio
    return asyncio.run(nap())


print(main())
