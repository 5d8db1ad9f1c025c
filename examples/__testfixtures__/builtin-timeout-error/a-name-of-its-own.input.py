import asyncio


class TimeoutError(Exception):
    pass


try:
    pass
except asyncio.TimeoutError:  # TE001
    pass
