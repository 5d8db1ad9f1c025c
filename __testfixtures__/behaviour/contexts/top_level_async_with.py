import asyncio


class Lock:
    def __init__(self):
        self._lock = None
        self.log = []

    async def __aenter__(self):
        self.log.append("in")
        return self.log

    async def __aexit__(self, *a):
        self.log.append("out")


lock = Lock()
async with lock as log:
    log.append("body")
    value = len(log)

print(value, lock.log)
