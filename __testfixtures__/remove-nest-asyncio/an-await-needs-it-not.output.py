async def main():
    return 42


print(await main())
