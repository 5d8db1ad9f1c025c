import asyncio
import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()) as out:
    print(asyncio.run(asyncio.sleep(0, 3)))
print(out.getvalue())
