import asyncio


async def main():
    print("main")


asyncio.set_event_loop_policy(None)
asyncio.run(main())
