import asyncio, contextlib
@contextlib.asynccontextmanager
async def heartbeat():
    async def beat():
        try:
            while True: await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            print("beat stops")
    t = asyncio.create_task(beat())
    try: yield
    finally: t.cancel()
async def main():
    async with heartbeat():
        await asyncio.sleep(0.02)
    print("main ends")
asyncio.run(main())
print("end")
