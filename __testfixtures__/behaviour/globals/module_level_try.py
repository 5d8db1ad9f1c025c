import asyncio


class Connection:
    def __init__(self):
        self.open = False

    async def connect(self):
        await asyncio.sleep(0)
        self.open = True
        self.waiter = asyncio.get_running_loop().create_future()
        return self

    async def close(self):
        self.open = False
        self.waiter.set_result("closed")
        return await self.waiter


connection = await Connection().connect()
try:
    print("open:", connection.open)
    raise RuntimeError("query failed")
except RuntimeError as e:
    print("error:", e)
finally:
    print(await connection.close())
