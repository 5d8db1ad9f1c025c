import asyncio


def hello(loop):
    print("hello")
    loop.stop()


loop = asyncio.new_event_loop()
loop.call_soon(hello, loop)
try:
    loop.run_forever()
finally:
    loop.close()
