# Databricks notebook source
# MAGIC %md
# MAGIC # asyncio.run(main())

# COMMAND ----------

import nest_asyncio, asyncio
nest_asyncio.apply()

# COMMAND ----------

# MAGIC %pip install nest_asyncio

# COMMAND ----------

async def double(x):
    return 2 * x

# COMMAND ----------

print(asyncio.run(double(21)))
