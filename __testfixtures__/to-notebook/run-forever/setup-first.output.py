import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    return await asyncio.start_server(handle, "127.0.0.1", 0)


if __name__ == "__main__":
    server = await main()
    print(len(server.sockets))
