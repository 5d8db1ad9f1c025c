import asyncio

seen = []


async def work(number):
    await asyncio.sleep(0)
    seen.append(number)


if __name__ == "__main__":
    async def main():
        await asyncio.gather(
            work(1),  # one
            work(2),
        )

    # both at once
    asyncio.run(main())
    print(sorted(seen))
