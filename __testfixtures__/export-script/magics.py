# %%
# %matplotlib inline
import asyncio
import time

# %%
total = sum(range(10))
print(total)

# %%
value = total + 1
print(value)
y = total * 2
print(y)

# %%
# %timeit total + 1
for i in range(2):
    total += i
print(total)

# %%
# %%timeit
# total + 1

# %%
if total:
    pass
    # %who

# %%
# print?

# %%
# %load_ext autoreload
# %autoreload 2

# %%
print('hidden')
