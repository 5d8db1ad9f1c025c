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


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
server = loop.run_until_complete(asyncio.start_server(handle, '127.0.0.1', 0))
port = server.sockets[0].getsockname()[1]
loop.create_task(client(port, loop))
try:
    loop.run_forever()
except KeyboardInterrupt:
    pass
server.close()
loop.run_until_complete(server.wait_closed())
loop.close()
print('closed')
