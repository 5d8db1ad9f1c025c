import asyncio

seen = []


async def work(number):
    await asyncio.sleep(0)
    seen.append(number)


async def main():
    await asyncio.gather(
        work(1),  # one
        work(2),
    )


if __name__ == "__main__":
    # both at once
    asyncio.run(main())
    print(sorted(seen))
