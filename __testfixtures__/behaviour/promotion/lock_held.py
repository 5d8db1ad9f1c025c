import asyncio
import threading

lock = threading.Lock()
balance = 0


async def deposit(n):
    global balance
    await asyncio.sleep(0)
    balance += n


def safe_deposit(n):
    with lock:
        asyncio.run(deposit(n))
    return balance


print(safe_deposit(5), safe_deposit(7))
