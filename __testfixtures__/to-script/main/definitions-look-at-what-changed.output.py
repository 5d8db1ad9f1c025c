import asyncio


class Settings:
    mode = "slow"


items = []
settings = Settings()
LIMIT = 10


async def load():
    global LIMIT
    await asyncio.sleep(0)
    items.extend("abc")
    settings.mode = "fast"
    LIMIT = 20


def first(of=items):
    return of[0]


async def main():
    await asyncio.gather(load())

    def count(n=len(items)):
        return n

    class Report:
        mode = settings.mode
        letters = tuple(items)

    class Named(*([Report] if items else [])):
        limit = LIMIT

    print(count(), first(), Report.mode, Report.letters, Named.limit, Named.__mro__[1].__name__)


if __name__ == "__main__":
    asyncio.run(main())
