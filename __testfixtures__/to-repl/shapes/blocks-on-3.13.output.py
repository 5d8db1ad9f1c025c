async def double(x):  # LS509
    return 2 * x

result = await double(21)
print(result)
