async def answer():
    return 42


print(await answer())
