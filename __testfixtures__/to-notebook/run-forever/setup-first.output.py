import asyncio
import socket
import threading


async def handle(reader, writer):
    print("serving", (await reader.readline()).decode().strip())
    writer.close()


async def main():
    return await asyncio.start_server(handle, "127.0.0.1", 0)


def call(address):
    with socket.create_connection(address) as connection:
        connection.sendall(b"a caller\n")


if __name__ == "__main__":
    server = await main()
    print(len(server.sockets))
    threading.Timer(0.1, call, [server.sockets[0].getsockname()]).start()
