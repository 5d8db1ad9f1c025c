import asyncio


async def total(numbers):
    await asyncio.sleep(0)
    return sum(numbers)


def run_on(loop, numbers):
    return loop.run_until_complete(total(numbers))  # LS304


def main():
    loop = asyncio.new_event_loop()
    print(run_on(loop, [1, 2]), run_on(loop, [3]))
    loop.close()


main()
