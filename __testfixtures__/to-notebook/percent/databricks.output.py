# Databricks notebook source
# MAGIC %md
# MAGIC # asyncio.run(main())

# COMMAND ----------

# COMMAND ----------

# MAGIC %pip install nest_asyncio

# COMMAND ----------

async def double(x):
    return 2 * x

# COMMAND ----------

print(await double(21))
