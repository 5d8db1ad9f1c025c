def is_late(error):
    return isinstance(error, TimeoutError)
