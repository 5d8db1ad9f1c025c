import asyncio


async def total(*numbers):
    await asyncio.sleep(0)
    return sum(numbers)


result = \
    asyncio.run(total(
        1,  # one
        2,
        # and three
        3,
    ))
other = asyncio \
    .run(total(4,
               5)) \
    + 1
print(result, other)
assert result == 6, \
    "not six"
