class Runs:
    def run_until_complete(self, steps):
        return sum(steps)

    def go(self):
        return self.run_until_complete([1, 2])


print(Runs().go())
