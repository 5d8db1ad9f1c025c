import asyncio


async def greet(reader, writer):
    name = await reader.readline()
    writer.write(b"hello " + name)
    await writer.drain()
    writer.close()


async def main(loop):
    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"loop\n")
    print(await asyncio.wait_for(reader.read(), 5))
    writer.close()
    server.close()
    await server.wait_closed()


async def _main():
    await main(asyncio.get_running_loop())


if __name__ == "__main__":
    asyncio.run(_main())
