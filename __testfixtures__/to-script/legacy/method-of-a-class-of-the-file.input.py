import asyncio


class Task:
    def run_until_complete(self, what):
        return "not a loop: " + what

    def start(self):
        return self.run_until_complete("self")


async def real():
    await asyncio.sleep(0)
    return "asyncio.run"


task = Task()
print(Task().run_until_complete("x"), task.run_until_complete("y"), task.start())
print(asyncio.run(real()))
