import asyncio


async def echo(reader, writer):
    while True:
        data = await reader.readline()
        if not data:
            break
        writer.write(data.upper())
        await writer.drain()
    writer.close()


async def client(port, lines):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    got = []
    for line in lines:
        writer.write(line.encode() + b"\n")
        await writer.drain()
        got.append((await reader.readline()).decode().strip())
    writer.close()
    return got


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        answers = await client(port, ["hello", "world"])
    print(answers)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("stopped")
