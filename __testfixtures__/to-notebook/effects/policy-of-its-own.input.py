import asyncio


class CountingLoop(asyncio.SelectorEventLoop):
    def start(self, coro):
        self.started = getattr(self, "started", 0) + 1
        return self.create_task(coro)


class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return CountingLoop()


async def main():
    loop = asyncio.get_running_loop()
    await loop.start(asyncio.sleep(0))
    return loop.started


asyncio.set_event_loop_policy(CountingPolicy())
print(asyncio.run(main()))  # LS357
