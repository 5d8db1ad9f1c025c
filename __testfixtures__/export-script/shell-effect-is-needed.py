# %%
# names = !ls  # LS714
print(names)

# %%
# !wget https://example.com/files/data.csv  # LS714

# %%
with open('data.csv') as source:
    print(source.read())

# %%
# %cd /tmp  # LS714
# %env KEY=value

# %%
# %%writefile helper.py
# x = 1

# %%
import helper
print(helper.x)

# %%
# %run other.py
