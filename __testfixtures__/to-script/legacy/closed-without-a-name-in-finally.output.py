import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')
asyncio.run(main())
print('end')
