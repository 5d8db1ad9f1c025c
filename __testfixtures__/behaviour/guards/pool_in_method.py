import asyncio
from concurrent.futures import ThreadPoolExecutor


class Tool:
    def __init__(self, factor):
        self.factor = factor

    async def arun(self, n):
        await asyncio.sleep(0)
        return n * self.factor

    def run(self, n):
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None
        if loop is not None:
            with ThreadPoolExecutor(max_workers=1) as pool:
                return pool.submit(asyncio.run, self.arun(n)).result()
        return asyncio.run(self.arun(n))


tool = Tool(6)
print(tool.run(7))
print(max(tool.run(n) for n in range(3)))
