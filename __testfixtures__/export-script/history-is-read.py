# %%
x = 1

# %%
print(In[0])  # LS710
