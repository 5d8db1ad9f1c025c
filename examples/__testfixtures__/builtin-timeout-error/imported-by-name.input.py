from asyncio import TimeoutError as Late


def is_late(error):
    return isinstance(error, Late)
