import nest_asyncio
from llama_index.core import VectorStoreIndex

nest_asyncio.apply()  # LS659
index = VectorStoreIndex.from_documents([])
print(await index.aquery('why?'))
