import asyncio

loop = asyncio.new_event_loop()
loop.call_later(0.01, loop.stop)
loop.run_forever()  # LS312
loop.close()
print("stopped")
