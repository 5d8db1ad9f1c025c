import asyncio

calls = 0


async def unstable():
    global calls
    calls += 1
    await asyncio.sleep(0)
    if calls < 3:
        raise OSError("not yet")
    return calls


for attempt in range(5):
    try:
        result = asyncio.run(unstable())
    except OSError as e:
        print(attempt, e)
        continue
    else:
        break
print("done after", result)
