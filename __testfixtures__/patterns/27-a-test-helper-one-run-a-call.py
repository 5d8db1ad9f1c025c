# a test helper: one run a call
import asyncio


async def main():
    await asyncio.sleep(0)
    return 1


def _run(coro):
    return asyncio.get_event_loop().run_until_complete(coro)


print(_run(main()))
