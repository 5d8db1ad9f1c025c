# Databricks notebook source
# MAGIC %md
# MAGIC # Ingest

# COMMAND ----------

import asyncio

async def ingest(table):
    await asyncio.sleep(0)
    return f"{table}: ok"

# COMMAND ----------

for table in ("users", "orders"):
    print(asyncio.run(ingest(table)))

# COMMAND ----------

# MAGIC %sql
# MAGIC select 1

# COMMAND ----------

status = asyncio.run(ingest("last"))
print(status)
