import asyncio


def current_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise RuntimeError("call this from a coroutine") from None


try:
    current_loop()
except RuntimeError as error:
    print(error)
