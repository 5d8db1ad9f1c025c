# %%
async def get(n):
    return n

# %%
double = lambda n: 2 * await get(n)  # LS201 LS722
print(double(2))
