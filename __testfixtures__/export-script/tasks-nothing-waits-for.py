# %%
import asyncio

tasks = []


async def tick(number):
    await asyncio.sleep(0.01)
    print("tick", number)


def start(number):
    tasks.append(asyncio.ensure_future(tick(number)))  # LS703

# %%
async def main():
    await tick(0)

    start(1)


if __name__ == "__main__":
    asyncio.run(main())
