import asyncio


async def main():
    return len(asyncio.all_tasks())


def count():
    return len(asyncio.Task.all_tasks())  # LS317


print(asyncio.run(main()), callable(count))
