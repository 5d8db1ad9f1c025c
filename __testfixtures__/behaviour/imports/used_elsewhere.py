import asyncio, sys


async def version():
    return sys.version_info[0]

print(asyncio.run(version()))
print(asyncio.iscoroutinefunction(version))
