# in an f-string, a call, a comprehension, a generator expression
import asyncio


async def main(n=1):
    await asyncio.sleep(0)
    return n


print(f"{asyncio.run(main())}", [asyncio.run(main(n)) for n in range(2)])
print(sum(asyncio.run(main(n)) for n in range(2)))
