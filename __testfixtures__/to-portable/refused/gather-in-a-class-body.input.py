import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


class Settings:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    values = loop.run_until_complete(asyncio.gather(main(), main()))  # LS307
    loop.close()


print(Settings.values)
