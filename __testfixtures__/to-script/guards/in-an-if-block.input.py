import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


if len("x") == 1:
	try:
		loop = asyncio.get_running_loop()
	except RuntimeError:  # a script
		# drives it to its end
		asyncio.run(main())
		# and that is all
	else:
		task = loop.create_task(main())
