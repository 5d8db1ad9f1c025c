import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')
asyncio.get_event_loop().call_soon(print, 'soon')
asyncio.get_event_loop().call_later(0.001, print, 'later')
asyncio.get_event_loop().run_until_complete(main())
asyncio.get_event_loop().close()
