import asyncio


async def work(number, text=""):
    await asyncio.sleep(0)
    return text or number


loop = asyncio.get_event_loop()
for round in range(2):
    if round:
        print(loop.run_until_complete(asyncio.gather(
            work(round),
            work(2, """two
lines"""),
        )))
loop.close()
