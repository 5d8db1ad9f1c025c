import asyncio

registry = []


class Plugin:
    def __init_subclass__(cls):
        print("made", cls.__name__)
        registry.append(cls.__name__)


class Meta(type):
    def __new__(mcs, name, bases, body):
        print("meta", name)
        return super().__new__(mcs, name, bases, body)


class Plain:
    value = 1


async def work(n):
    print("work", n)
    await asyncio.sleep(0)


task = asyncio.create_task(work(1))
await task


class Loader(Plugin):
    pass


class Other(metaclass=Meta):
    pass


class Quiet(Plain):
    pass


print(registry, Quiet.value)
