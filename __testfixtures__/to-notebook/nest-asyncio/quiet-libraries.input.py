import asyncio, os, nest_asyncio, json
import aiohttp
from aiohttp import web
from bs4 import BeautifulSoup
try:
    import pandas as pd
except ImportError:
    pd = None

nest_asyncio.apply()

async def index(request):
    return web.Response(text='<title>A page</title>')

async def fetch(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return await response.text()

async def main():
    app = web.Application()
    app.router.add_get('/', index)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, '127.0.0.1', 0)
    await site.start()
    host, port = runner.addresses[0]
    page = await fetch(f'http://{host}:{port}/')
    await runner.cleanup()
    return page

page = asyncio.run(main())
print(json.dumps(BeautifulSoup(page, 'html.parser').title.text), os.sep)
