import asyncio


async def handle(reader, writer):
    writer.close()


server = asyncio.start_server(handle, "127.0.0.1", 0)

asyncio.get_event_loop().run_until_complete(server)
print("serving")
asyncio.get_event_loop().run_forever()
