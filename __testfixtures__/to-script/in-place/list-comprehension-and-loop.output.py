import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


squares = [asyncio.run(square(i)) for i in range(3)]
for i in squares:
    print(asyncio.run(square(i)))
while (asyncio.run(square(len(squares)))) < 20:
    squares.append(0)
print(squares)
