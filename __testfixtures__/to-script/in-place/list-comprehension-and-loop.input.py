import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


squares = [await square(i) for i in range(3)]
for i in squares:
    print(await square(i))
while (await square(len(squares))) < 20:
    squares.append(0)
print(squares)
