# a decorator that makes functions sync
import asyncio
import functools


def sync(function):
    @functools.wraps(function)
    def wrapper(*args):
        return asyncio.get_event_loop().run_until_complete(function(*args))

    return wrapper


@sync
async def main():
    return 1


print(main())
