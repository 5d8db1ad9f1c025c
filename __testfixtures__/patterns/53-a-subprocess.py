# a subprocess
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("true")
    return await process.wait()


print(asyncio.run(main()))
