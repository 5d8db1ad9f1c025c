import asyncio


async def get(n):
	await asyncio.sleep(0)
	return n


async def f(n):
	if n:
		return await get(n)  # keep
	return 0


print(await f(1), await f(0))
