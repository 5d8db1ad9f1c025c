import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")


# run it
asyncio.run(main())
# clean up
# for good
print("done")
