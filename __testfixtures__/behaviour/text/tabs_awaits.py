import asyncio


async def put(q, n):
	for i in range(n):
		await q.put(i)


q = asyncio.Queue()
await put(q, 3)
while not q.empty():
	item = await q.get()
	if item % 2:
		print("odd", item)
	else:
		print("even", item)
