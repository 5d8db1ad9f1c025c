# The shape cookiecutter templates have
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s", level=logging.INFO)
log = logging.getLogger(__name__)


async def amain(argv):
    log.info("started with %d arguments", len(argv))
    await asyncio.sleep(0)
    log.warning("nothing to do")
    return 0


def main(argv=("x",)):
    return asyncio.run(amain(argv))


if __name__ == "__main__":
    raise SystemExit(main())
