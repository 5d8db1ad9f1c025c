import asyncio, sys, traceback
class MyErr(Exception):
    def __str__(self): return "my " + super().__str__()
async def f():
    try: 1 / 0
    except ZeroDivisionError as e:
        raise MyErr("wrapped") from e
def call():
    try: return asyncio.run(f())
    except MyErr as e:
        print(type(e.__cause__).__name__, e)
        raise
    else: print("else")
    finally: print("fin")
try: call()
except MyErr: print("".join(traceback.format_exception_only(*sys.exc_info()[:2])).strip())
async def stop(): raise StopIteration(1)
try: asyncio.run(stop())
except RuntimeError as e: print(e)
async def cancel(): raise asyncio.CancelledError("x")
try: asyncio.run(cancel())
except BaseException as e: print(type(e).__name__)
async def selfcancel():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
try: asyncio.run(selfcancel())
except BaseException as e: print(type(e).__name__)
print("end")
