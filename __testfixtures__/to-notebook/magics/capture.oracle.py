import asyncio
import contextlib
import io


async def double(x):
    print('doubling', x)
    return 2 * x

out = io.StringIO()
with contextlib.redirect_stdout(out):
    y = asyncio.run(double(21))
    text = """
  as it is
"""
    if y:

        print(asyncio.run(double(1)))

print(out.getvalue(), y, text)
with contextlib.redirect_stdout(out):
    asyncio.run(double(3))
