import asyncio

from bots import Bot

TOKEN = "secret"
bot = Bot(TOKEN)
loop = asyncio.get_event_loop()
loop.run_until_complete(bot.start())
loop.close()
