class Agent:
    def run_sync(self, question):
        return question


print(Agent().run_sync('why?'))
