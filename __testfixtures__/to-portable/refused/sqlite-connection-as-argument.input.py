import asyncio
import sqlite3


async def count(connection):
    await asyncio.sleep(0)
    return connection.execute("select 1").fetchone()


def go():
    connection = sqlite3.connect(":memory:")
    return asyncio.run(count(connection))  # LS621


print(go())
