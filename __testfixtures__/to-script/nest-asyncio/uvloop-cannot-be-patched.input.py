import nest_asyncio
import uvloop

uvloop.install()
nest_asyncio.apply()  # LS652 LS657
