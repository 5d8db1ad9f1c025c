async def main():
    return 1


print(await main())
