import asyncio


class CountingLoop(asyncio.SelectorEventLoop):
    started = 0

    def start(self, coro):
        self.started += 1
        return self.create_task(coro)


class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return CountingLoop()


async def work(n):
    await asyncio.sleep(0)
    return n


asyncio.set_event_loop_policy(CountingPolicy())
loop = asyncio.new_event_loop()
# no other loop has a start()
tasks = [loop.start(work(n)) for n in range(3)]
print(loop.run_until_complete(asyncio.gather(*tasks)), loop.started)  # LS304
loop.close()
