import asyncio
import signal


class Timeout(Exception):
    pass


def on_alarm(number, frame):
    raise Timeout


async def main():
    await asyncio.sleep(30)


signal.signal(signal.SIGALRM, on_alarm)
signal.setitimer(signal.ITIMER_REAL, 0.2)
try:
    asyncio.run(main())  # LS351
except Timeout:
    print("timeout")
