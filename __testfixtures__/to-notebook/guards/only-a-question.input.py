import asyncio


def is_running():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
print(type(is_running()).__name__)
