import asyncio

from flask import Flask

app = Flask(__name__)


async def load():
    return 'page'


@app.route('/')
def index():
    return asyncio.run(load())  # LS406
