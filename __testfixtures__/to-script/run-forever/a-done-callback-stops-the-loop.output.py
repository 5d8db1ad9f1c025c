import asyncio
import signal


async def work():
    await asyncio.sleep(0.01)
    print("work")


def main():
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        loop.add_signal_handler(signal.SIGTERM, loop.stop)
        task = loop.create_task(work())
        task.add_done_callback(lambda _: loop.stop())
        try:
            loop.run_forever()
        finally:
            print("bye")


main()
