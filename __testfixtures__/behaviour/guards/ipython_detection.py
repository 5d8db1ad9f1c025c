import asyncio

async def main():
    await asyncio.sleep(0)
    print("ran once")

if 'get_ipython' in globals():
    await_me = asyncio.ensure_future(main())
else:
    asyncio.run(main())
