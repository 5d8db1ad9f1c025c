import asyncio
import threading

fired = threading.Event()
said = []


async def say(text):
    await asyncio.sleep(0)
    said.append(text)


def ring():
    asyncio.run(say("ring"))
    fired.set()


timer = threading.Timer(0.01, ring)
timer.start()
fired.wait(5)
timer.join()
print(said)
