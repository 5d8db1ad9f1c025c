import asyncio
import types

service = types.SimpleNamespace(run=lambda x: print("service.run", x))
service.run(3)


def run(x):
    return x


class Task:
    def run(self):
        return "task.run"

    def run_until_complete(self, what):
        return "not a loop: " + what


async def real():
    await asyncio.sleep(0)
    return "asyncio.run"


print(run("plain run"))
print(Task().run(), Task().run_until_complete("x"))
print(asyncio.run(real()))
