# Databricks notebook source
import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n

# COMMAND ----------

# MAGIC %%time
# MAGIC x = asyncio.run(get(1))

# COMMAND ----------

# MAGIC %time y = asyncio.run(get(2))

# COMMAND ----------

# MAGIC %python
# MAGIC print(asyncio.run(get(3)))

# COMMAND ----------

# MAGIC %md
# MAGIC `asyncio.run(get(1))`
