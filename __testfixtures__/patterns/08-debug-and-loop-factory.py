# debug= and loop_factory=
import asyncio


async def main():
    await asyncio.sleep(0)
    print(asyncio.get_running_loop().get_debug())


asyncio.run(main(), debug=True)
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    runner.run(main())
