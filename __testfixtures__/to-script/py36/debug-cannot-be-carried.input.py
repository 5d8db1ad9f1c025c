import asyncio


async def main():
    print(asyncio.get_event_loop().get_debug())


asyncio.run(main(), debug=True)  # LS207
