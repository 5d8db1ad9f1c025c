import asyncio

try:
    import nest_asyncio
except ImportError:
    nest_asyncio = None

if nest_asyncio:
    nest_asyncio.apply()  # LS654

print(await asyncio.sleep(0, 3))
