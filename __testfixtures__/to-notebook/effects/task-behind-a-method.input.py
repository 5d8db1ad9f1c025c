import asyncio


class Bot:
    def spawn(self, coro):
        return asyncio.create_task(coro)

    async def poll(self):
        try:
            await asyncio.sleep(30)
        finally:
            print("poll ends")

    async def load(self):
        await asyncio.sleep(0)
        return "loaded"

    async def run(self):
        self.task = self.spawn(self.poll())
        await asyncio.sleep(0)
        return "bot"


bot = Bot()
print(asyncio.run(bot.run()))  # LS340
