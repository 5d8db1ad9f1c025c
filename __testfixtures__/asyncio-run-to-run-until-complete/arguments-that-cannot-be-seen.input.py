import asyncio

arguments = [print()]
asyncio.run(*arguments)  # LS208
