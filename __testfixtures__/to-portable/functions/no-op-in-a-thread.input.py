import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import threading


def work():
    asyncio.run(main("thread"))  # LS213


thread = threading.Thread(target=work)
thread.start()
thread.join()
