import asyncio


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        await asyncio.sleep(0.001)
        f *= i
    print("Task %s: factorial(%s) = %s" % (name, number, f))


loop = asyncio.get_event_loop()
tasks = [
    asyncio.ensure_future(factorial("A", 2), loop=loop),
    asyncio.ensure_future(factorial("B", 3), loop=loop),
    asyncio.ensure_future(factorial("C", 5), loop=loop)]
loop.run_until_complete(asyncio.wait(tasks))
loop.close()
