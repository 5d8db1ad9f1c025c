import asyncio
import queue
import threading

ports = queue.Queue()
stop = {}


async def serve():
    async def hello(reader, writer):
        writer.write(b"hello from " + threading.current_thread().name.encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(hello, "127.0.0.1", 0)
    stop["loop"] = asyncio.get_running_loop()
    stop["event"] = asyncio.Event()
    ports.put(server.sockets[0].getsockname()[1])
    await stop["event"].wait()
    server.close()


thread = threading.Thread(target=lambda: asyncio.run(serve()), name="server")
thread.start()
port = ports.get(timeout=5)


async def ask():
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    text = await reader.read()
    writer.close()
    return text.decode()


print(asyncio.run(ask()))
stop["loop"].call_soon_threadsafe(stop["event"].set)
thread.join()
print("server gone")
