import asyncio


async def name():
    return 'Ada'


loop = asyncio.new_event_loop()
print(f'hello {loop.run_until_complete(name())}')  # LS211
loop.close()
