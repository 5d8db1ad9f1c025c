# %% [markdown]
# # Title
#
# Some *text*.

# %%
import math

print(math.floor(2.5))

# %%

# %% [markdown]
# The end.
