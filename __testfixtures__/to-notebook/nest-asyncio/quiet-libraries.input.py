import asyncio, os, nest_asyncio, json
import aiohttp
import pandas as pd
from bs4 import BeautifulSoup

nest_asyncio.apply()

async def fetch(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return await response.text()

page = asyncio.run(fetch('https://example.org'))
print(json.dumps(BeautifulSoup(page).title.text), pd.DataFrame(), os.sep)
