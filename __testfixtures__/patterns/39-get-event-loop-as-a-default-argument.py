# get_event_loop as a default argument
import asyncio


class Client:
    def __init__(self, loop=asyncio.get_event_loop()):
        self.loop = loop
