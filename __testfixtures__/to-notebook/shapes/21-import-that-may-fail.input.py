try:
    import asyncio
except ImportError:
    asyncio = None


async def hello():
    return "hello"


if asyncio is not None:
    print(asyncio.run(hello()))
