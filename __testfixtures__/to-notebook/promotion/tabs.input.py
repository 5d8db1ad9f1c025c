import asyncio


async def get(n):
	await asyncio.sleep(0)
	return n


def f(n):
	if n:
		return asyncio.run(get(n))  # keep
	return 0


print(f(1), f(0))
