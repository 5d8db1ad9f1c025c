import asyncio


async def load():
    return 1


class Settings:
    loop = asyncio.new_event_loop()
    first = loop.run_until_complete(load())  # LS310
    second = loop.run_until_complete(load())  # LS310


print(Settings.first + Settings.second)
