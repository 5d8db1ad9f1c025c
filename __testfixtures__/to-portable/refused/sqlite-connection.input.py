import asyncio
import sqlite3

connection = sqlite3.connect(":memory:")


async def main():
    await asyncio.sleep(0)
    return connection.execute("select 1").fetchone()


print(asyncio.run(main()))  # LS621
