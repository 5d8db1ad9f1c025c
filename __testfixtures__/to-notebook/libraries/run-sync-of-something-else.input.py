class Engine:
    def run_sync(self, function):
        return function()

    def run(self, loop):
        return loop


engine = Engine()
print(engine.run_sync(lambda: 3), engine.run(4))
