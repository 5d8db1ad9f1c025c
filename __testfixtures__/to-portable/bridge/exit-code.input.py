import asyncio
import sys


async def main():
    await asyncio.sleep(0)
    print("leaving")
    return 0


code = asyncio.run(main())
print("code", code)
sys.exit(code) if code else None
