import asyncio


async def main():
    global base
    async with asyncio.Lock():
        base = 1

    class Keep:
        value = base
        base = 2

    print(Keep.value, Keep.base, base)

    class Plugin:
        def show(self):
            return "method"

    show = Plugin().show()
    print(show)


if __name__ == "__main__":
    asyncio.run(main())
