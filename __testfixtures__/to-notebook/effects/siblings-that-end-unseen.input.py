import asyncio

rows = []


async def check(n):
    await asyncio.sleep(0.01)
    if n > 1:
        raise ValueError(n)
    return n


async def fetch(n):
    await asyncio.sleep(0.05)
    text = []
    text.append(n)
    return text


async def save(n):
    try:
        await asyncio.sleep(0.05)
        rows.append(n)
    finally:
        print("saved or not")


async def quiet_siblings():
    # what fetch gives back nobody sees
    await asyncio.gather(fetch(1), check(2))


async def collected():
    print(await asyncio.gather(save(1), check(2), return_exceptions=True))


async def cannot_fail():
    await asyncio.gather(save(2), save(3))


async def mends_itself():
    async def checked():
        try:
            await check(2)
        except ValueError as error:
            print("checked", error)

    await asyncio.gather(save(4), checked())


async def cancelled():
    tasks = [asyncio.create_task(save(5)), asyncio.create_task(check(2))]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def until_none_is_left():
    pending = {asyncio.create_task(save(n)) for n in (6, 7)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(len(done) > 0)


async def waited_for_later():
    task = asyncio.create_task(save(8))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except asyncio.TimeoutError:
        print("slow")
    await task


try:
    asyncio.run(quiet_siblings())
except ValueError as error:
    print("refused", error)
asyncio.run(collected())
asyncio.run(cannot_fail())
asyncio.run(mends_itself())
try:
    asyncio.run(cancelled())
except ValueError as error:
    print("refused", error)
asyncio.run(until_none_is_left())
asyncio.run(waited_for_later())
print(rows)
