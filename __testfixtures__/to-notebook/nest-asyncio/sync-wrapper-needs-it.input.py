import nest_asyncio
from agents import Agent, Runner

nest_asyncio.apply()  # LS650
agent = Agent(name='a')
print(await Runner.run(agent, 'Why?'))
print(Runner.run_sync(agent, 'Why?'))  # LS808
