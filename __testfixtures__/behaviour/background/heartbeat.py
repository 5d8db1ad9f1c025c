import asyncio


async def heartbeat(log):
    try:
        while True:
            log.append("beat")
            await asyncio.sleep(0.001)
    except asyncio.CancelledError:
        log.append("stopped")
        raise


async def main():
    log = []
    task = asyncio.create_task(heartbeat(log))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    return log


log = asyncio.run(main())
print(log[0], log[-1], len(log) > 2)
