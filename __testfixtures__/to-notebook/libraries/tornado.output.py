from tornado.ioloop import IOLoop


async def main(n=1):
    return n


print(await main())
loop = IOLoop.current()
print(await main(2))
print(loop.run_sync(main, timeout=3))  # LS207
print(loop.run_sync(make_app))  # LS805
