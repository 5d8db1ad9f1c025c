"""One helper, called from all over."""
import asyncio


async def _get(key):
    await asyncio.sleep(0)
    return {"a": 1, "b": 2}.get(key, 0)


def get(key):
    return asyncio.run(_get(key))


def both():
    return get("a") + get("b")


def report(prefix="> "):
    value = both()
    assert get("c") == 0, "c is there"
    text = f"{prefix}{get('a')} {value}"
    return text if get("b") else None


class View:
    def __init__(self, title):
        self.title = title

    def render(self):
        return "%s %s" % (self.title, report())


if get("a"):
    print(report())
print([get(k) for k in "abc"], {k: get(k) for k in "ab"})
print(View("view").render())
x = get("a") if get("c") else -get("b") ** 2
print(x, get("a") < get("b") <= 2, not get("c"))
while get("a") and x < 0:
    x += both()
print(x)
