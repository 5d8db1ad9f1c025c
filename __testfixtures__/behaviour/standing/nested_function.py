import asyncio


async def load(key):
    await asyncio.sleep(0)
    return key * 2


def report(keys):
    def one(key):
        return asyncio.run(load(key))

    lines = []
    for key in keys:
        lines.append("%s=%s" % (key, one(key)))
    return ", ".join(lines)


print(report(["x", "yy"]))
