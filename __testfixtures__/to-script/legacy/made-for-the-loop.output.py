import asyncio

from bots import Bot

TOKEN = "secret"


async def main():
    bot = Bot(TOKEN)
    await bot.start()


if __name__ == "__main__":
    asyncio.run(main())
