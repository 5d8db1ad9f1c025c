async def double(x): return 2 * x
result = await double(21)
print(result, await double(1))
for i in range(2): print(await double(i))
