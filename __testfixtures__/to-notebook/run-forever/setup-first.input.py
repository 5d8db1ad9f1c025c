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
    loop = asyncio.get_event_loop()
    server = loop.run_until_complete(main())
    print(len(server.sockets))
    threading.Timer(0.1, call, [server.sockets[0].getsockname()]).start()
    loop.run_forever()
