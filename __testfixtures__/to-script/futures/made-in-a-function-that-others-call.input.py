import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(number):
    loop = asyncio.new_event_loop()
    task = loop.create_task(work(number))
    result = loop.run_until_complete(task)  # LS302
    loop.close()
    return result


print(double(1), double(2))
