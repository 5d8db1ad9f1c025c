import asyncio

done = 0


def note(task):
    global done
    done += 1


async def job(n):
    await asyncio.sleep(0)
    return n


tasks = [asyncio.create_task(job(n)) for n in range(3)]
for t in tasks:
    t.add_done_callback(note)
results = await asyncio.gather(*tasks)
await asyncio.sleep(0)
print(done, results)
done = done * 10
note(None)
print(done)
