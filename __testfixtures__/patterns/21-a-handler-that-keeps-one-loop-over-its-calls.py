# a handler that keeps one loop over its calls
import asyncio

loop = asyncio.get_event_loop()


async def work(event):
    return event


def handler(event, context):
    return loop.run_until_complete(work(event))
