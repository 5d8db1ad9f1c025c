# -*- coding: utf-8 -*-
import asyncio

größe = 3
数 = [1, 2]


async def 计算(x):
    await asyncio.sleep(0)
    return x * größe


print("→", asyncio.run(计算(数[1])), "🎉" * 2)
print(f"{asyncio.run(计算(1))} ≠ {größe + 1} — “ok”")
