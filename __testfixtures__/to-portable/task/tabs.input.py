import asyncio


async def main(name="main"):
	await asyncio.sleep(0)
	print("hello from", name)
	return name


if __name__ == "__main__":
	asyncio.run(main())
