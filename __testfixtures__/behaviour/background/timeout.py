import asyncio


async def slow():
    await asyncio.sleep(10)
    return "too late"


async def main():
    try:
        return await asyncio.wait_for(slow(), timeout=0.01)
    except asyncio.TimeoutError:
        return "timed out"


print(asyncio.run(main()))
try:
    asyncio.run(asyncio.wait_for(slow(), 0.01))
except asyncio.TimeoutError:
    print("again")
