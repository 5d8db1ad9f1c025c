import asyncio


async def handle(reader, writer):
    data = await reader.readline()
    writer.write(data)
    await writer.drain()
    writer.close()


async def client(port, loop):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'ping\n')
    print((await reader.readline()).decode().strip())
    writer.close()
    loop.stop()


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    server = runner.run(asyncio.start_server(handle, '127.0.0.1', 0))
    port = server.sockets[0].getsockname()[1]
    loop.create_task(client(port, loop))
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        pass
    server.close()
    runner.run(server.wait_closed())
print('closed')
