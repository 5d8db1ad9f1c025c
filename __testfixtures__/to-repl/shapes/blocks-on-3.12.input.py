import asyncio

async def double(x):
    """One line.

    And more."""
    values = [

        x,
    ]
    return 2 * values[0]

if __name__ == '__main__':
    print(asyncio.run(double(21)))
