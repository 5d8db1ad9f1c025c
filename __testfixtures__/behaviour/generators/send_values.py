import asyncio


async def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


async def averages(values):
    gen = averager()
    await gen.asend(None)
    out = []
    for v in values:
        out.append(await gen.asend(v))
    await gen.aclose()
    return out


def main():
    loop = asyncio.get_event_loop()
    print(loop.run_until_complete(averages([10, 20, 60])))


main()
