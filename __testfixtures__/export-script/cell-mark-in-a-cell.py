# %%
def f():
# # %% not a mark
    return 1
print(f())
