import asyncio


async def setting(name):
    await asyncio.sleep(0)
    return {"width": 5, "fill": "."}[name]


lock = asyncio.Lock()
async with lock:
    width = await setting("width")


def pad(text, width=width):
    return text.rjust(width, fill)


fill = await setting("fill")


class Box:
    size = width * 2

    def draw(self):
        return "+" + "-" * self.size + "+"


print(pad("ab"), Box().draw())
