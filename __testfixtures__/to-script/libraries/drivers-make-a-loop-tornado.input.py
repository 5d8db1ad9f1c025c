from tornado.ioloop import IOLoop


async def main(n=1):
    return n


print(IOLoop.current().run_sync(main))
loop = IOLoop.current()
print(loop.run_sync(lambda: main(2)))
print(loop.run_sync(main, timeout=3))
print(loop.run_sync(make_app))
