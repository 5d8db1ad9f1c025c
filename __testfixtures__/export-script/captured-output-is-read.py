# %%
print('kept')

# %%
print(out.stdout)
