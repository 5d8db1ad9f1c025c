#!/usr/bin/env python
# coding: utf-8

# In[1]:


import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


# # A heading
# asyncio.run(get(0))

# In[2]:


async def fetch(n):
    return await get(n)


# In[ ]:


print(await fetch(1))
get_ipython().system('echo hi')
