import asyncio

try:
    from fast import run
except ImportError:
    from asyncio import run


async def main():
    print('done')


run(main())  # LS210
