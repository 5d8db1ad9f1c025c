import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


try:
    get_ipython()
    IN_NOTEBOOK = True
except NameError:
    IN_NOTEBOOK = False

if IN_NOTEBOOK:
    task = asyncio.create_task(main())
else:
    asyncio.run(main())
