import asyncio


def interleaved():
    async def get_model(n):
        return n

    loop1 = asyncio.new_event_loop()
    loop2 = asyncio.new_event_loop()
    try:
        a = loop1.run_until_complete(get_model(1))  # LS306
        b = loop2.run_until_complete(get_model(2))  # LS306
        c = loop1.run_until_complete(get_model(3))  # LS306
        d = loop2.run_until_complete(get_model(4))  # LS306
    finally:
        loop1.close()
        loop2.close()
        asyncio.set_event_loop(None)

    print(a, b, c, d)


interleaved()
