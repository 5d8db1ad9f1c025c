import trio

async def main(n):
    await trio.sleep(0)
    return n

print(trio.run(main, 1))
