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
