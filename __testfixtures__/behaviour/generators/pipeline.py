import asyncio


async def numbers(limit):
    for n in range(limit):
        yield n


async def mapped(source, function):
    async for item in source:
        yield function(item)


async def filtered(source, predicate):
    async for item in source:
        if predicate(item):
            yield item


async def to_list(source):
    return [item async for item in source]


print(asyncio.run(to_list(filtered(mapped(numbers(10), lambda n: n * 3), lambda n: n % 2))))
print(asyncio.run(to_list(numbers(0))))
