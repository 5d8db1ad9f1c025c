import asyncio
import functools


def command(f):
    @functools.wraps(f)
    def run(*args):
        print("running", f.__name__)
        return f(*args)

    return run


async def get(n):
    await asyncio.sleep(0)
    return n


@command
def main(n):
    print(asyncio.run(get(n)))  # LS402


main(1)
