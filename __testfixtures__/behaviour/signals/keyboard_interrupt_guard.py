import asyncio


async def serve(rounds):
    for n in range(rounds):
        await asyncio.sleep(0)
    return "served %d" % rounds


def main():
    try:
        print(asyncio.run(serve(3)))
    except KeyboardInterrupt:
        print("Bye")


if __name__ == "__main__":
    main()
