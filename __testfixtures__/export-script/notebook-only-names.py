# %%
display('x')  # LS710

# %%
get_ipython().system('ls')  # LS710 LS719

# %%
print(_)  # LS710
Out[1]  # LS710

# %%
try:
    get_ipython()
except NameError:
    print('script')

# %%
if 'get_ipython' in globals():
    get_ipython()

# %%
for _ in range(2):
    pass
print(In[0])  # LS710
