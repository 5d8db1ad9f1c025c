# %%
import asyncio

# %%
async def main(urls):
    await asyncio.sleep(0)
    return [url.upper() for url in urls]

# %%
urls = ['a', 'b']
result = asyncio.run(main(urls))

# %%
print(result)
