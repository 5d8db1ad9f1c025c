# nest_asyncio for a library's insides
import nest_asyncio
from llama_index.core import SimpleDirectoryReader

nest_asyncio.apply()
print(SimpleDirectoryReader)
