"""What a notebook takes in by `%run -i`: it drives no loop."""


def show(value):
    print("helper shows", value)


show(1)
