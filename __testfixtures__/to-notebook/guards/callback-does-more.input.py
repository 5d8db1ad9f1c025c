import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def save(task):
    with open("/dev/null", "w") as file:
        file.write(task.result())


try:  # LS601
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main())
else:
    task = loop.create_task(main())
    task.add_done_callback(save)
