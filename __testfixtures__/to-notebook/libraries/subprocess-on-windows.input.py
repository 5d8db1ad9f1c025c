import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("true")  # LS813
    return await process.wait()


print(asyncio.run(main()))
