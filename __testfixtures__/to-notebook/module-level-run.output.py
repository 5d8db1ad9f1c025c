async def main(urls):
    return urls


result = await main([])  # the first run
print(result)
