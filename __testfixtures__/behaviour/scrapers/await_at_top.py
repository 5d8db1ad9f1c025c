import asyncio

async def fetch(url):
    await asyncio.sleep(0)
    return f"<{url}>"

urls = ["a", "b", "c"]
result = await asyncio.gather(*(fetch(u) for u in urls))
print(result)
print(sum(len(r) for r in result))
