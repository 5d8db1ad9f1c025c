from pydantic_ai import Agent

agent = Agent('model')
print(await agent.run('why?'))  # LS808
