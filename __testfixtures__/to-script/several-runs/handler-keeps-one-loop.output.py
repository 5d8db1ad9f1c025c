import asyncio

runner = asyncio.Runner()
calls = []


async def handle(event):
    await asyncio.sleep(0)
    calls.append(event)
    return len(calls)


def handler(event, context):
    return runner.run(handle(event))


print(handler("a", None), handler("b", None))
