import asyncio
import threading


class RunThread(threading.Thread):
    def __init__(self, coro):
        super().__init__()
        self.coro = coro
        self.result = None

    def run(self):
        self.result = asyncio.run(self.coro)


async def main():
    await asyncio.sleep(0)
    return threading.current_thread() is not threading.main_thread()


thread = RunThread(main())
thread.start()
thread.join()
print("in a thread:", thread.result)
