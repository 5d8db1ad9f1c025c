# a client that owns its loop
from telethon import TelegramClient

client = TelegramClient("name", 1, "hash")


async def main():
    print(await client.get_me())


with client:
    client.loop.run_until_complete(main())
