import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    pass


async def main():
    return 42


asyncio.set_event_loop_policy(Policy())  # LS391
print(asyncio.run(main()))
