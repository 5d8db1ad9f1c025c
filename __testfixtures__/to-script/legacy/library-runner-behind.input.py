import asyncio


class Application:
    def run_polling(self):
        loop = asyncio.get_event_loop()
        return not loop.is_closed()


async def setup():
    await asyncio.sleep(0)


app = Application()
loop = asyncio.get_event_loop()
loop.run_until_complete(setup())  # LS309
print(app.run_polling())
