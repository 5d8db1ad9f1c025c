import argparse
import asyncio


async def cmd_add(args):
    await asyncio.sleep(0)
    print(args.a + args.b)


async def cmd_repeat(args):
    for _ in range(args.n):
        print(args.word, end=" ")
        await asyncio.sleep(0)
    print()


def build_parser():
    parser = argparse.ArgumentParser(prog="calc")
    sub = parser.add_subparsers(dest="command", required=True)
    add = sub.add_parser("add")
    add.add_argument("a", type=int)
    add.add_argument("b", type=int)
    add.set_defaults(func=cmd_add)
    rep = sub.add_parser("repeat")
    rep.add_argument("word")
    rep.add_argument("-n", type=int, default=2)
    rep.set_defaults(func=cmd_repeat)
    return parser


def main(argv=None):
    args = build_parser().parse_args(argv)
    asyncio.run(args.func(args))


if __name__ == "__main__":
    main(["add", "2", "40"])
    main(["repeat", "ho", "-n", "3"])
