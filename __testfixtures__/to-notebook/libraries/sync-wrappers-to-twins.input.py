import uvicorn
from agents import Agent, Runner
from aiohttp import web
from playwright.sync_api import sync_playwright
from pydantic_ai import Agent as Assistant

assistant = Assistant('gpt', instructions='Be brief.')
print(assistant.run_sync('Why?').output)  # LS808
print(Runner.run_sync(Agent(name='a'), 'Why?').final_output)  # LS808
uvicorn.run(make_app(), port=8080)  # LS808
web.run_app(make_app())  # LS809
with sync_playwright() as p:  # LS809
    print(p)
uvicorn.run('main:app', reload=True)  # LS809


class Asker:
    def __init__(self):
        self.agent = Assistant('gpt')

    def ask(self, question):
        return self.agent.run_sync(question)  # LS809


def ask(question):
    return assistant.run_sync(question)  # LS809
