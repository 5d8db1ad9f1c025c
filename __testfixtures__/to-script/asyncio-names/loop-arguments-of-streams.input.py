import asyncio


async def greet(reader, writer):
    name = await reader.readline()
    writer.write(b"hello " + name)
    await writer.drain()
    writer.close()


async def main(loop):
    server = await asyncio.start_server(greet, "127.0.0.1", 0, loop=loop)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, loop=loop)
    writer.write(b"loop\n")
    print(await asyncio.wait_for(reader.read(), 5, loop=loop))
    writer.close()
    server.close()
    await server.wait_closed()


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    try:
        loop.run_until_complete(main(loop))
    finally:
        loop.close()
