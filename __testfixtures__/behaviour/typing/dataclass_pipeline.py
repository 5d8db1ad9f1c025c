import asyncio
import enum
from dataclasses import dataclass, field
from typing import List, Optional


class State(enum.Enum):
    NEW = "new"
    DONE = "done"


@dataclass
class Task:
    name: str
    state: State = State.NEW
    output: Optional[str] = None
    log: List[str] = field(default_factory=list)

    async def execute(self) -> "Task":
        self.log.append("started")
        await asyncio.sleep(0)
        self.output = self.name[::-1]
        self.state = State.DONE
        return self


async def run_all(tasks: List[Task]) -> List[Task]:
    return [await t.execute() for t in tasks]


if __name__ == "__main__":
    finished: List[Task] = asyncio.run(run_all([Task("abc"), Task("xyz")]))
    for task in finished:
        print(task.name, task.output, task.state.value, task.log)
