import asyncio

seen = []


async def background():
    await asyncio.sleep(3600)
    seen.append("background")


async def main():
    asyncio.ensure_future(background())


asyncio.run(main())  # LS313
print(seen)
