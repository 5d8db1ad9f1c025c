import asyncio


def hello(it):
    print("hello")
    it.stop()


loop = asyncio.new_event_loop()
loop.call_soon(hello, loop)
loop.run_forever()  # LS311
loop.close()
