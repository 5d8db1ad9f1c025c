import asyncio
import json


async def get(n):
    await asyncio.sleep(0)
    return {"n": n}


def load(n):
    return asyncio.run(get(n))


def show(n, as_json=lambda n: json.dumps(asyncio.run(get(n)))):  # LS201
    print(as_json(n), load(n))


show(1)
while True:
    asyncio.run(get(2))
    break
print(json.dumps(asyncio.run(get(3))))
asyncio.run(get(4)) if __name__ == "__main__" else None
