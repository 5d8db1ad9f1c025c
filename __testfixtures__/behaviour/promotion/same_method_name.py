import asyncio


class Remote:
    async def _load(self):
        await asyncio.sleep(0)
        return "remote"

    def load(self):
        return asyncio.run(self._load())


class Local:
    def load(self):
        return "local"


def pick(name):
    return {"remote": Remote, "local": Local}[name]()


print(Remote().load(), Local().load())
print([pick(n).load() for n in ("local", "remote")])
