import asyncio


async def handle(reader, writer):
    writer.close()


server = asyncio.start_server(handle, "127.0.0.1", 0)


async def main():
    await server
    print("serving")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
