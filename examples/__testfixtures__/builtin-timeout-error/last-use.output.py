def explain(error):
    return isinstance(error, TimeoutError)
