import asyncio

text = """
# %%
asyncio.run(main())
"""
# a script: nothing here is a mark


async def main():
    return text


print(asyncio.run(main()))
