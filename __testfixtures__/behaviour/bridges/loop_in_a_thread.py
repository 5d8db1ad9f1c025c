"""A loop of its own in a thread, and work that is handed over to it."""
import asyncio
import threading


async def total(numbers):
    await asyncio.sleep(0)
    return sum(numbers)


def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()


background = asyncio.new_event_loop()
thread = threading.Thread(target=serve, args=(background,), daemon=True)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(total(range(n)), background) for n in (3, 4)]
print([future.result(5) for future in futures])
background.call_soon_threadsafe(background.stop)
thread.join(5)
print(thread.is_alive())
