import nest_asyncio2

nest_asyncio2.apply()  # LS652

print('hello')
