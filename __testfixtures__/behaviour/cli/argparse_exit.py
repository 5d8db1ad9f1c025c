#!/usr/bin/env python
"""usage: greet [--times N] name ..."""
import argparse
import asyncio
import sys


async def greet(names, times):
    for name in names:
        for _ in range(times):
            print(f"hello, {name}")
            await asyncio.sleep(0)
    return 0 if names else 2


def parse(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--times", type=int, default=1)
    return parser.parse_args(argv)


if __name__ == "__main__":
    args = parse(["--times", "2", "world"])
    sys.exit(asyncio.run(greet(args.names, args.times)))
