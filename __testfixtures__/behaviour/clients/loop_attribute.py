import asyncio


class Database:
    def __init__(self, name):
        self.name = name
        self.loop = asyncio.new_event_loop()
        self.rows = []

    async def _insert(self, row):
        await asyncio.sleep(0)
        self.rows.append(row)
        return len(self.rows)

    def insert(self, row):
        return self.loop.run_until_complete(self._insert(row))

    def close(self):
        self.loop.close()


db = Database("test")
print(db.insert({"a": 1}))
print(db.insert({"a": 2}))
db.close()
print(db.rows)
