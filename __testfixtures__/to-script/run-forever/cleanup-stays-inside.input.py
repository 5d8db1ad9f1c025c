import asyncio


async def handle(reader, writer):
    writer.close()


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    server = loop.run_until_complete(loop.create_server(asyncio.Protocol, "127.0.0.1", 0))
    print("serving")

    try:
        loop.run_forever()
    except KeyboardInterrupt:
        pass
    finally:
        # no more of them
        server.close()
        print("closed")
        loop.close()
