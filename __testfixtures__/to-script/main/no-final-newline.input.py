import asyncio
async with asyncio.Lock():
    print("locked")

def after():
    return 1