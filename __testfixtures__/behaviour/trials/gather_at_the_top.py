import asyncio, warnings
warnings.simplefilter("ignore")
async def f(i):
    await asyncio.sleep(0.01 * (3 - i)); print("f", i); return i
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
futs = [asyncio.ensure_future(f(i), loop=loop) for i in range(3)]
res = loop.run_until_complete(asyncio.gather(*futs))
print(res)
t = loop.create_task(f(9))
print(loop.run_until_complete(t), t.done())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
