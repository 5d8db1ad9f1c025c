import asyncio
async def ok(): await asyncio.sleep(0); print("ok")
async def no(): await asyncio.sleep(0); raise ValueError("no")
TABLE = {"ok": ok, "no": no}
async def main():
    for k in TABLE: await TABLE[k]()
asyncio.run(main())
