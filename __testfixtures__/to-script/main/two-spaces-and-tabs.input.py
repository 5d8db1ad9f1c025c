import asyncio

async def work():
	await asyncio.sleep(0)
	return 1

async with asyncio.Lock():
	print(await work())
print("end")
