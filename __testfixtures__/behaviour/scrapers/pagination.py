import asyncio
import json

DATA = [{"id": i, "name": f"user{i:02}"} for i in range(23)]


async def get_page(cursor, size=10):
    await asyncio.sleep(0)
    chunk = DATA[cursor:cursor + size]
    following = cursor + size if cursor + size < len(DATA) else None
    return json.dumps({"data": chunk, "next": following})


async def pages():
    cursor = 0
    while cursor is not None:
        page = json.loads(await get_page(cursor))
        yield page["data"]
        cursor = page["next"]


async def collect():
    rows = []
    async for page in pages():
        print(f"got {len(page)} rows")
        rows.extend(page)
    return rows


def main():
    rows = asyncio.run(collect())
    print(len(rows), rows[-1]["name"])
    return 0


if __name__ == "__main__":
    main()
