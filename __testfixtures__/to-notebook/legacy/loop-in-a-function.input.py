import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * number


def square(number):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(work(number))
    finally:
        loop.close()


print(square(3))
