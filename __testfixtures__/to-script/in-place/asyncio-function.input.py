from asyncio import sleep as pause

print("tick")
print(await pause(0, "tock"))
