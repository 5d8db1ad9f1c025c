import asyncio


async def read_config():
    await asyncio.sleep(0)
    return {"debug": True}


async def handler(request):
    config = asyncio.run(read_config())
    return f"{request}: {config['debug']}"


print(asyncio.run(handler("GET /")))
