import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def main():
    loop = asyncio.get_event_loop()
    tasks = [loop.create_task(work(number)) for number in range(3)]
    done, _ = loop.run_until_complete(asyncio.wait(tasks))
    loop.close()
    return sorted(task.result() for task in done)


if __name__ == "__main__":
    print(main())
