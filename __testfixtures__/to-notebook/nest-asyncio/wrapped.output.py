# %%

# Colab

if print('asked'):
    pass


async def double(x):
    return 2 * x


if __name__ == '__main__':
    print(await double(4))
