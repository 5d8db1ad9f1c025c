import asyncio

for x in range(2):  # LS510
    print(await asyncio.sleep(0, x))
print('done')
