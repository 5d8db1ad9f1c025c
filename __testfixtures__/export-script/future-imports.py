# %% [markdown]
# Intro

# %%
"""A docstring."""
from __future__ import annotations
import os

# %%
def f(x: int) -> Undefined:
    return x

# %%
print(f.__name__)
