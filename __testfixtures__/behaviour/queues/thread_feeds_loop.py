# A thread reads (here: makes up) lines and hands them over to the loop.
import asyncio
import threading


def feed(loop, queue):
    for n in range(3):
        loop.call_soon_threadsafe(queue.put_nowait, "line %d" % n)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def read_lines():
    queue = asyncio.Queue()
    thread = threading.Thread(target=feed, args=(asyncio.get_running_loop(), queue))
    thread.start()
    lines = []
    while True:
        line = await queue.get()
        if line is None:
            break
        lines.append(line)
    thread.join()
    return lines


lines = asyncio.run(read_lines())
print(lines, len(lines), sep="\n")
