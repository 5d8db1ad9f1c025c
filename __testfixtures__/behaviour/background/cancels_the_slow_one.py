import asyncio
async def race(name, t):
    try:
        await asyncio.sleep(t); return name
    finally:
        print("leaving", name)
async def main():
    ts = {asyncio.create_task(race("slow", 5)), asyncio.create_task(race("fast", 0.01))}
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    for p in pending: p.cancel()
    print([d.result() for d in done])
asyncio.run(main())
print("end")
