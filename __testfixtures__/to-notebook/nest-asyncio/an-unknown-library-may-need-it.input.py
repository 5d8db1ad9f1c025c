import nest_asyncio
nest_asyncio.apply()  # LS651

from our_tools import fetch
from helpers import show

show(await fetch('https://example.org'))
