import asyncio


async def send(text):
    await asyncio.sleep(0)
    return len(text), text.splitlines()[1]


shared = "x"
queue = asyncio.Queue()
await queue.put(shared)
message = """first
  second, indented by two
	third, by a tab
""" + shared
size, line = await send(message)
print(size, repr(line), repr(message))
print(await queue.get(), f"""
{size:>4}
    {line}
""")
