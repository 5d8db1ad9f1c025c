import asyncio
async def log(x): await asyncio.sleep(0); print("log", x)
def L(x): asyncio.run(log(x))
def work(n):
    try:
        L("start")
        return 10 / n
    except ZeroDivisionError as e:
        L(f"err {e}")
        raise
    else: L("never")
    finally:
        L("fin")
for n in (1, 0):
    try: print(work(n))
    except ZeroDivisionError as e: print("caught", e, e.__context__)
def early():
    for i in range(3):
        try:
            if i == 1: return i
        finally: L(i)
print(early())
