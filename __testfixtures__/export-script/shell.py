# %%
# !pip install requests  # LS711

# %%
# !echo done
print('a')

# %%
# files = !ls  # LS711

# %%
# %pip install numpy
print('b')

# %%
# %%bash
# echo hi

# %%
if True:
    pass
    # !echo in  # LS711
