"""A chat room of three on loopback; everyone hears everyone else."""
import asyncio

class Room:
    def __init__(self):
        self.members = {}
        self.transcript = []

    async def join(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.members[name] = writer
        writer.write(b"welcome %s\n" % name.encode())
        async for raw in reader:
            text = raw.decode().strip()
            self.transcript.append(f"{name}: {text}")
            for other, w in self.members.items():
                if other != name:
                    w.write(f"{name}: {text}\n".encode())
        writer.close()

async def guest(port, name, says, hears):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    await reader.readline()
    await says.wait()
    writer.write(f"I am {name}\n".encode())
    heard = [(await reader.readline()).decode().strip() for _ in range(hears)]
    writer.close()
    return sorted(heard)

async def party():
    room = Room()
    server = await asyncio.start_server(room.join, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    go = asyncio.Event()
    guests = [asyncio.ensure_future(guest(port, n, go, 2)) for n in ("ann", "bob", "cid")]
    while len(room.members) < 3:
        await asyncio.sleep(0.002)
    go.set()
    heard = await asyncio.gather(*guests)
    server.close()
    return heard, sorted(room.transcript)

heard, transcript = asyncio.run(party())
for h in heard:
    print(h)
print(transcript)
