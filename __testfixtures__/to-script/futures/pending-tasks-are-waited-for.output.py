import asyncio

seen = []


async def background(number):
    await asyncio.sleep(0.01)
    seen.append(number)


async def start():
    for number in range(3):
        asyncio.ensure_future(background(number))


async def main():
    await start()
    pending = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*pending)
    print(sorted(seen))


if __name__ == "__main__":
    asyncio.run(main())
