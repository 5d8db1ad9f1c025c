import asyncio
import threading


async def main():
    return "ready"


loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))  # LS302
threading.Thread(target=loop.run_forever, daemon=True).start()
