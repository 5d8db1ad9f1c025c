import asyncio
async def beat():
    for i in range(3):
        await asyncio.sleep(0)
        print('beat', i)
async def main():
    await asyncio.sleep(0.01)
    print('main')
loop = asyncio.get_event_loop()
asyncio.ensure_future(beat())
loop.run_until_complete(main())
