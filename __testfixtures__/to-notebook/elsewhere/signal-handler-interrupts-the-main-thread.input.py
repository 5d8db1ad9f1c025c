import asyncio
import signal


async def report():
    await asyncio.sleep(0)
    print("report at signal")


def on_signal(number, frame):
    asyncio.run(report())  # LS401


signal.signal(signal.SIGUSR1, on_signal)
signal.raise_signal(signal.SIGUSR1)
print("done")
