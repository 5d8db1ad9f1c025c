import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if len("x") == 1:
	# drives it to its end
	asyncio.run(main())
	# and that is all
