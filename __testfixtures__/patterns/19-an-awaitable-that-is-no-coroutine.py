# an awaitable that is no coroutine
import asyncio
from aiohttp import ClientSession

asyncio.run(ClientSession().get("http://127.0.0.1/"))
