import asyncio

sessions = {}
loops = []


async def session():
    loop = asyncio.get_running_loop()
    if loop not in sessions:
        sessions[loop] = f"session {len(sessions)}"
    return sessions[loop]


async def stop_all():
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            task.cancel()
    return "stopped"


async def keep():
    loops.append(asyncio.get_running_loop())
    return len(loops)


async def plain():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, len, "abc"), loop.time() > 0


print(asyncio.run(session()))  # LS342
print(asyncio.run(session()))  # LS342
print(asyncio.run(stop_all()))  # LS342
print(asyncio.run(keep()))  # LS342
print(asyncio.run(plain()))
