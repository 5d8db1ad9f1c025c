import asyncio


async def check(n):
    await asyncio.sleep(0)
    return n <= 0


def is_even(n):
    return True if asyncio.run(check(n)) else is_odd(n - 1)


def is_odd(n):
    return False if asyncio.run(check(n)) else is_even(n - 1)


print(is_even(4), is_odd(4), is_even(7))
