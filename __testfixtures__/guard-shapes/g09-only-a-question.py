# G9 only a question
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


def is_running():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


async def ask():
    return is_running()


print(asyncio.run(ask()))
