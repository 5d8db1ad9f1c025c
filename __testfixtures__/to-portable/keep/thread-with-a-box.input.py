import asyncio
import threading


async def main(name="main"):
    await asyncio.sleep(0)
    return name


box = {}


def work():
    box["value"] = asyncio.run(main("dict"))


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(box["value"])


def go(name):
    results = []

    def runner():
        results.append(asyncio.run(main(name)))

    t = threading.Thread(target=runner, daemon=True)
    t.start()
    t.join()
    return results[0]


print(go("list"))

other = threading.Thread(target=asyncio.run, args=(main("args"),))
other.start()
other.join()
