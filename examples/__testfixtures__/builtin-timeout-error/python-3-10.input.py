import asyncio

try:
    pass
except asyncio.TimeoutError:
    pass
