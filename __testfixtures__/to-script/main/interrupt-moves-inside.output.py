import asyncio
q = asyncio.Queue()


async def main():
    await q.put(1)
    try:  # LS704
        print(await q.get())
    except KeyboardInterrupt:
        print("bye")
    finally:
        print("done")


if __name__ == "__main__":
    asyncio.run(main())
