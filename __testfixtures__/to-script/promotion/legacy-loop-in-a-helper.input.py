import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(get(n))
    finally:
        loop.close()


async def main():
    return helper(1)


print(asyncio.run(main()))
if __name__ == "__main__":
    print(helper(2))
