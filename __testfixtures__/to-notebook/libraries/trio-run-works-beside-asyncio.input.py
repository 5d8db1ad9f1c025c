import trio


async def main(n):
    await trio.sleep(0)
    print(n)


trio.run(main, 3)  # LS804
