import asyncio


async def important():
    await asyncio.sleep(0.01)
    print("important work is done")
    return "saved"


async def main():
    task = asyncio.ensure_future(important())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.001)
    except asyncio.TimeoutError:
        print("impatient")
    return await task


print(asyncio.run(main()))
