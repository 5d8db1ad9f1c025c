import asyncio

async def work():
	await asyncio.sleep(0)
	return 1


async def main():
	async with asyncio.Lock():
		print(await work())
	print("end")


if __name__ == "__main__":
	asyncio.run(main())
