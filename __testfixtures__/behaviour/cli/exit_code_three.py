import asyncio
import sys


async def check(paths):
    bad = [p for p in paths if p.endswith(".bak")]
    await asyncio.sleep(0)
    for p in bad:
        print("bad file:", p)
    return 3 if bad else 0


code = asyncio.run(check(["a.txt", "b.bak"]))
print("exiting with", code)
sys.exit(code)
