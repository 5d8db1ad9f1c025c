def show(value):
    print('helps to show', value)
