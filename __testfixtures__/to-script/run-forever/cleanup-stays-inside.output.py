import asyncio


async def handle(reader, writer):
    writer.close()


async def main():
    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, "127.0.0.1", 0)
    print("serving")

    try:
        await asyncio.Event().wait()
    finally:
        # no more of them
        server.close()
        print("closed")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
