import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


def stop():
    print("stopping")
    loop.stop()


loop.call_later(0.01, stop)
loop.run_forever()
print("stopped")
loop.close()
