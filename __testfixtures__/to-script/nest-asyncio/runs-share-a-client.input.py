import asyncio
import httpx
import nest_asyncio

nest_asyncio.apply()  # LS655
client = httpx.AsyncClient()


async def get(url):
    return await client.get(url)


for url in ['a', 'b']:
    asyncio.run(get(url))
