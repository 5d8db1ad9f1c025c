import asyncio

for x in range(2):  # LS510
    print(asyncio.run(asyncio.sleep(0, x)))
print('done')
