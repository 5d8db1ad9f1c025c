import asyncio


def hello(loop):
    print("hello")
    loop.stop()


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    loop.call_soon(hello, loop)
    loop.run_forever()
