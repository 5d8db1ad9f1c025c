import asyncio


async def default_name():
    await asyncio.sleep(0)
    return "nobody"


def greet(name=asyncio.run(default_name())):
    return f"hello {name}"


print(greet(), greet("you"))
