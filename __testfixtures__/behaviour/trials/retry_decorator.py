import asyncio, functools, random

def retry(times):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            for i in range(times):
                try:
                    return fn(*a, **k)
                except ValueError as e:
                    print("retry", i, e)
            raise RuntimeError("gave up")
        return wrapper
    return deco

attempts = 0

async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0)
    if attempts < 3:
        raise ValueError(f"attempt {attempts}")
    return "ok"

@retry(5)
def go():
    return asyncio.run(flaky())

print(go())
print(go.__name__, attempts)
