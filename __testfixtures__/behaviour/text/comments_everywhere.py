import asyncio  # the loop


async def work():  # does nothing
    # really nothing
    await asyncio.sleep(0)  # see?
    return "done"  # and done


# asyncio.run(work()) would do the same twice
value = asyncio.run(  # run it
    work()  # <- here
)  # end
print(value)  # done
