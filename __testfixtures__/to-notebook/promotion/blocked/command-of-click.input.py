import asyncio

import click


async def get(n):
    await asyncio.sleep(0)
    return n


@click.command()
@click.argument("n", type=int)
def main(n):
    click.echo(asyncio.run(get(n)))  # LS406


if __name__ == "__main__":
    main()
