import nest_asyncio

nest_asyncio.apply()  # LS652 LS656

print('hello')
