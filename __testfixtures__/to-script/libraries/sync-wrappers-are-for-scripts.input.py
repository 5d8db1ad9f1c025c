import uvicorn
from agents import Agent, Runner
from aiohttp import web
from playwright.sync_api import sync_playwright
from pydantic_ai import Agent as Assistant

assistant = Assistant('gpt', instructions='Be brief.')
print(assistant.run_sync('Why?').output)
print(Runner.run_sync(Agent(name='a'), 'Why?').final_output)
uvicorn.run(make_app(), port=8080)
web.run_app(make_app())
with sync_playwright() as p:
    print(p)
