import asyncio


async def important(gate):
    await gate.wait()
    print("important work is done")
    return "saved"


async def main():
    gate = asyncio.Event()
    task = asyncio.ensure_future(important(gate))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.001)
    except asyncio.TimeoutError:
        print("impatient")
        gate.set()
    return await task


print(asyncio.run(main()))
