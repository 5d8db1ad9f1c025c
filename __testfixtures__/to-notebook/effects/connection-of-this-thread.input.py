import asyncio
import sqlite3

connection = sqlite3.connect(":memory:")


async def count():
    await asyncio.sleep(0)
    return connection.execute("select 40 + 2").fetchone()[0]


class Table:
    size = asyncio.run(count())  # LS621


print(Table.size)
