import asyncio
import threading


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self):
        self._guard = threading.RLock()

    def f(self, n):
        with self._guard:
            return asyncio.run(get(n))  # LS419


print(K().f(1))
