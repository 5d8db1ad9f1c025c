import asyncio

seen = []


async def work(number):
    await asyncio.sleep(0)
    seen.append(number)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    # both at once
    loop.run_until_complete(
        asyncio.gather(
            work(1),  # one
            work(2),
        )
    )
    loop.close()
    print(sorted(seen))
