import asyncio


async def tick():
    await asyncio.sleep(3600)


async def main():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    print("end")


if __name__ == "__main__":
    asyncio.run(main())
