from pydantic_ai import Agent

agent = Agent('model')
print(agent.run_sync('why?'))  # LS808
