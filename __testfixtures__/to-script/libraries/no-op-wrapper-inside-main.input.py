import asyncio

from agents import Agent, Runner

agent = Agent(name='a')
queue = asyncio.Queue()
await queue.put('Why?')  # LS301
print(Runner.run_sync(agent, await queue.get()))  # LS809 LS301
