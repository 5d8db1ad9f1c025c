import asyncio
import os
import tempfile


async def serve(path):
    async def answer(reader, writer):
        n = int(await reader.readline())
        writer.write(b"%d\n" % (n * n))
        await writer.drain()
        writer.close()

    return await asyncio.start_unix_server(answer, path)


async def ask(path, n):
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"%d\n" % n)
    answer = await reader.readline()
    writer.close()
    return int(answer)


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "s")
        server = await serve(path)
        try:
            for n in 3, 5, 12:
                print(n, await ask(path, n))
        finally:
            server.close()
            await server.wait_closed()


asyncio.get_event_loop().run_until_complete(main())
