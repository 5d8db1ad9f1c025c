import asyncio, functools

class AsyncApi:
    def __init__(self): self.calls = 0
    async def get(self, key):
        self.calls += 1
        await asyncio.sleep(0)
        return {"key": key, "calls": self.calls}

class Api(AsyncApi):
    def get(self, key):
        return asyncio.run(super().get(key))
    @property
    def status(self):
        return asyncio.run(AsyncApi.get(self, "status"))
    def __getitem__(self, k):
        return self.get(k)["key"]
    def __enter__(self):
        self.get("enter"); return self
    def __exit__(self, *a):
        self.get("exit")

with Api() as api:
    print(api.get("a"), api["b"], api.status)
print(api.calls)
