import asyncio

loops = []


async def is_first():
    loops.append(asyncio.get_running_loop())
    return len(set(map(id, loops))) == 1


# One name, and a loop of its own each time.
for _ in range(2):
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(is_first()))  # LS342
    loop.close()
