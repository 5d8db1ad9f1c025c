# %%
print('before')

# %%
# def broken(:  # LS717
#     pass

# %%
print('after')
