import asyncio
from asyncio import sleep as pause

print("tick")
print(asyncio.run(pause(0, "tock")))
