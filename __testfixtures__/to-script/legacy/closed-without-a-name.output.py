import asyncio
async def main():
    await asyncio.sleep(0.01)
    print('main')
with asyncio.Runner() as runner:
    runner.run(main())
    print('between')
    runner.run(main())
