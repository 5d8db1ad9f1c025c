import asyncio
import concurrent.futures
import contextvars


def run_sync(coro):
    """Run a coroutine to completion, also where an event loop is already running."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        return asyncio.run(coro)
    # The running loop cannot be waited for from here: the coroutine gets a thread, and a loop, of its own.
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(contextvars.copy_context().run, asyncio.run, coro).result()


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


print(run_sync(session()))  # LS342
print(run_sync(session()))  # LS342
print(run_sync(stop_all()))  # LS342
print(run_sync(keep()))  # LS342
print(await plain())
