async def double(x):  # LS510
    y = 2 * x

    return y

print(await double(21))
