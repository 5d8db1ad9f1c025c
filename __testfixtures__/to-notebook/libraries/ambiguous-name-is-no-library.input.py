class anyio:
    @staticmethod
    def run(function, *args):
        return function(*args)


def double(x):
    return 2 * x


print(anyio.run(double, 21))
