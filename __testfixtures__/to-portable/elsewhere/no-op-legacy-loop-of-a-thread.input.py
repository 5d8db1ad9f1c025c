import asyncio
import threading


async def main():
    await asyncio.sleep(0)
    return 1


def work():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))  # LS213
    loop.close()


thread = threading.Thread(target=work)
thread.start()
thread.join()
