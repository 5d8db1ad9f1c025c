import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def work(jobs: "asyncio.PriorityQueue[Job]", done: list) -> None:
    while not jobs.empty():
        job = await jobs.get()
        await asyncio.sleep(0)
        done.append(job.name)
        jobs.task_done()


async def schedule(todo):
    jobs = asyncio.PriorityQueue()
    for priority, name in todo:
        await jobs.put(Job(priority, name))
    done: list = []
    await work(jobs, done)
    return done


TODO = [(3, "deploy"), (1, "lint"), (2, "test"), (9, "sleep")]
order = asyncio.run(schedule(TODO))
print(" -> ".join(order))
print("lint" in order and asyncio.run(schedule([(1, "only")]))[0])
