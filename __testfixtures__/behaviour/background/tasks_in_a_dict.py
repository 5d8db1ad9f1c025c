import asyncio
import time


async def get(key):
    await asyncio.sleep({"a": 0, "b": 0.2}[key])
    if key == "a":
        raise KeyError(key)
    print("got", key)


async def main():
    tasks = {key: asyncio.create_task(get(key)) for key in "ab"}
    for key, task in tasks.items():
        print(key, await task)


try:
    asyncio.run(main())
except KeyError as error:
    print("missing", error)
time.sleep(0.3)
print("end")
