# Setup
import nest_asyncio

nest_asyncio.apply()  # LS652

print('hello')
