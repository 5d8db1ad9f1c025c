import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')
try:
    asyncio.get_event_loop().run_until_complete(main())
finally:
    asyncio.get_event_loop().close()
print('end')
