import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id", default="-")


async def log(message):
    await asyncio.sleep(0)
    print(f"[{request_id.get()}] {message}")


async def handle(n):
    request_id.set(n)
    await log("start")
    await log("end")


async def main():
    await asyncio.gather(handle(1), handle(2))


asyncio.run(main())
