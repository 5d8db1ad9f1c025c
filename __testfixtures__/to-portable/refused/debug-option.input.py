import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


print(asyncio.run(main(), debug=True))  # LS207
