import asyncio

state = {"logged_in": False}


async def login():
    await asyncio.sleep(0)
    state["logged_in"] = True


async def fetch(what):
    assert state["logged_in"]
    return what.title()


async def logout():
    state["logged_in"] = False


loop = asyncio.get_event_loop()
loop.run_until_complete(login())
first = loop.run_until_complete(fetch("inbox"))
second = loop.run_until_complete(fetch("sent mail"))
print(first, "/", second)
loop.run_until_complete(logout())
loop.close()
print(state)
