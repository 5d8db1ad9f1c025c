import asyncio

import uvloop


async def main(n=1):
    await asyncio.sleep(0)
    return n


print(uvloop.run(main()))
x = uvloop.run(main(2), debug=False)
print(x, uvloop.run(main(asyncio.run(main(3)))))
