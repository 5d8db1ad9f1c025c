import asyncio

runner = asyncio.Runner()
loop = runner.get_loop()


def stop():
    print("stopping")
    loop.stop()


loop.call_later(0.01, stop)
loop.run_forever()
print("stopped")
runner.close()
