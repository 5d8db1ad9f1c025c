class asyncio:
    run = staticmethod(lambda x: x * 2)


print(asyncio.run(3))
