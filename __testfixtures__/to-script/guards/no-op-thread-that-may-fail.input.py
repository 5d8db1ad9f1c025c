import asyncio
import threading


async def check(n):
    await asyncio.sleep(0)
    if n > 1:
        raise ValueError(n)
    print("checked", n)


# What it raises ends the thread, and the program goes on.
thread = threading.Thread(target=asyncio.run, args=(check(2),))
thread.start()
thread.join()
print("end")
