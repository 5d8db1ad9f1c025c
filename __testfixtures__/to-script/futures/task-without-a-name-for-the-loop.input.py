import asyncio
async def bg():
    await asyncio.sleep(0)
    print('bg')
async def main():
    await asyncio.sleep(0.01)
    print('main')
asyncio.get_event_loop().create_task(bg())
asyncio.get_event_loop().run_until_complete(main())
