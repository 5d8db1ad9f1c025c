import asyncio

try:
    import uvloop

    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # LS391
except ImportError:
    pass


async def main():
    print("main")


asyncio.run(main())
