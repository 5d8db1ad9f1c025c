# a run before a library that asks for the current loop
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


from telegram.ext import Application

asyncio.get_event_loop().run_until_complete(main())
Application.builder().token("").build().run_polling()
