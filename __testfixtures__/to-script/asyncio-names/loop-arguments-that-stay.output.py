import asyncio


class Pool:
    def __init__(self, size, loop=None):
        self.loop = loop
        self.free = asyncio.Semaphore(size)

    async def run(self, job):
        async with self.free:
            done = asyncio.Future(loop=self.loop)
            asyncio.ensure_future(job(done), loop=self.loop)
            return await done


async def answer(done):
    done.set_result(42)


async def main():
    pool = Pool(1, loop=asyncio.get_running_loop())
    print(await pool.run(answer))


asyncio.run(main())
