import asyncio
import sys


async def run(*args):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", *args, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return process.returncode, out.decode().strip()


async def main():
    results = await asyncio.gather(
        run("print(6 * 7)"),
        run("import sys; sys.exit(4)"),
    )
    for code, out in results:
        print(code, repr(out))


asyncio.run(main())
