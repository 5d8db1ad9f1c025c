import asyncio
import sqlite3
from contextlib import asynccontextmanager

connection = sqlite3.connect(":memory:")
connection.execute("create table t (n integer)")


@asynccontextmanager
async def transaction():
    cursor = connection.cursor()
    try:
        yield cursor
    except Exception:
        connection.rollback()
        raise
    else:
        connection.commit()


async def insert(numbers):
    async with transaction() as cursor:
        for n in numbers:
            await asyncio.sleep(0)
            if n < 0:
                raise ValueError(n)
            cursor.execute("insert into t values (?)", (n,))


asyncio.run(insert([1, 2]))
try:
    asyncio.run(insert([3, -4]))
except ValueError as e:
    print("rolled back", e)
print(connection.execute("select sum(n) from t").fetchone()[0])
