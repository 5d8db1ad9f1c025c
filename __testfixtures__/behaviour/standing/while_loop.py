import asyncio

inbox = ["one", "two", "three"]

async def receive():
    await asyncio.sleep(0)
    return inbox.pop() if inbox else None

while (message := asyncio.run(receive())) is not None:
    if message == "two": continue
    print(message)
else:
    print("empty")

i = 0
while asyncio.run(receive()) is None and i < 2: i += 1
print(i)
