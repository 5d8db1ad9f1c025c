# a client of the module, two runs on one loop
import asyncio
import httpx

client = httpx.AsyncClient()


async def use(client):
    try:
        print(await client.get("http://127.0.0.1/"))
    except httpx.ConnectError as error:
        print(error)


loop = asyncio.new_event_loop()
loop.run_until_complete(use(client))
loop.run_until_complete(use(client))
loop.close()
