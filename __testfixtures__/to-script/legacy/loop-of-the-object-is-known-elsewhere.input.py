import asyncio


async def fetch(name):
    await asyncio.sleep(0)
    return name.upper()


class Base:
    def pause(self):
        self.waits.run_until_complete(asyncio.sleep(0))  # LS304


class Child(Base):
    def __init__(self):
        self.waits = asyncio.new_event_loop()


class Fixed:
    __slots__ = ("slot",)

    def __init__(self):
        self.slot = asyncio.new_event_loop()

    def fetch(self):
        return self.slot.run_until_complete(fetch("slot"))  # LS304


class Asked:
    def __init__(self):
        self.asked = asyncio.new_event_loop()

    def fetch(self):
        return self.asked.run_until_complete(fetch("asked"))  # LS304


class Lazy:
    lazy = None

    def fetch(self):
        if self.lazy is None:
            self.lazy = asyncio.new_event_loop()
        return self.lazy.run_until_complete(fetch("lazy"))  # LS304


Child().pause()
print(Fixed().fetch(), Asked().fetch(), Lazy().fetch())
getattr(Asked(), "asked").close()
