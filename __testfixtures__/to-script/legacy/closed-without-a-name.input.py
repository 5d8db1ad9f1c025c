import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')
asyncio.get_event_loop().run_until_complete(main())
print('between')
asyncio.get_event_loop().run_until_complete(main())
asyncio.get_event_loop().close()
