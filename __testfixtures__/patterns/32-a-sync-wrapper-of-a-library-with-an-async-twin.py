# a sync wrapper of a library with an async twin
from pydantic_ai import Agent

agent = Agent("model")
print(agent.run_sync("why?"))
