# Databricks notebook source
# DBTITLE 1,Setup
import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def fetch(n):
    return asyncio.run(get(n))

# COMMAND ----------

# MAGIC %sql
# MAGIC select 'asyncio.run(get(1))'

# COMMAND ----------

# MAGIC %%time
# MAGIC x = 1

# COMMAND ----------

# MAGIC %md
# MAGIC `asyncio.run(get(1))`

# COMMAND ----------

print(fetch(4))
