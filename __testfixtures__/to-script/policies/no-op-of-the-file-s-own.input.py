import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a loop")
        return super().new_event_loop()


async def main():
    print("main")


asyncio.set_event_loop_policy(Policy())  # LS391
asyncio.run(main())
