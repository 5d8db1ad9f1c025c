import asyncio


async def serve():
    await asyncio.sleep(0)
    print("served")


async def main():
    await serve()  # LS344


if __name__ == "__main__":
    try:
        await main()
    except KeyboardInterrupt:
        print("bye")
try:
    await serve()  # LS344
except (KeyboardInterrupt, SystemExit):
    print("bye")
try:
    await serve()
except BaseException:
    raise
