import asyncio
import socket


async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def start():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return server.sockets[0].getsockname()


async def start_and_ask():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\n")
        return await reader.readline()


print(asyncio.run(start_and_ask()))
address = asyncio.run(start())  # LS340
try:
    socket.create_connection(address, 1).close()
except OSError:
    print("nobody serves")
