import asyncio


async def serve():
    await asyncio.sleep(0)
    print("served")


def main():
    asyncio.run(serve())  # LS344


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print("bye")
try:
    asyncio.run(serve())  # LS344
except (KeyboardInterrupt, SystemExit):
    print("bye")
try:
    asyncio.run(serve())
except BaseException:
    raise
