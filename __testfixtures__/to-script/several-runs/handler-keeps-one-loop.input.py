import asyncio

loop = asyncio.get_event_loop()
calls = []


async def handle(event):
    await asyncio.sleep(0)
    calls.append(event)
    return len(calls)


def handler(event, context):
    return loop.run_until_complete(handle(event))


print(handler("a", None), handler("b", None))
