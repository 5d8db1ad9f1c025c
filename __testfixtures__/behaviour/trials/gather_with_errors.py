import asyncio
async def ok(n):
    try: await asyncio.sleep(n); print("ok", n)
    except asyncio.CancelledError: print("ok cancelled"); raise
async def bad(): await asyncio.sleep(0.01); raise ValueError("bad")
async def main(): await asyncio.gather(ok(0.1), bad())
try: asyncio.run(main())
except ValueError as e: print("caught", e)
print("end")
