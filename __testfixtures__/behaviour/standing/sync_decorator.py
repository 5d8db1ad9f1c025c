import asyncio
import functools


def synchronous(function):
    """Makes a plain function of an async one."""
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return asyncio.run(function(*args, **kwargs))
    return wrapper


@synchronous
async def greet(name, punctuation="."):
    await asyncio.sleep(0)
    return "hi " + name + punctuation


print(greet("there"))
print(greet("you", punctuation="!"))
