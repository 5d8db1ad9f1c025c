import asyncio

TREE = {"root": ["a", "b"], "a": ["c"], "b": [], "c": []}


async def children(node):
    await asyncio.sleep(0)
    return TREE[node]


def walk(node, depth=0):
    print("  " * depth + node)
    for child in asyncio.run(children(node)):
        walk(child, depth + 1)


walk("root")
