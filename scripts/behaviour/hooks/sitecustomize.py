"""On the path of every program the suite runs: notes how it ended where nothing else can read it."""
import os
import signal
import sys


def note(kind, error, trace):
    with open(os.environ["LOOPSHIFT_ENDING"], "w", encoding="utf-8") as file:
        file.write("%s: %s" % (kind.__name__, error))
    sys.__excepthook__(kind, error, trace)


if "LOOPSHIFT_ENDING" in os.environ:
    sys.excepthook = note
    # Ctrl-C is ignored by what a shell starts in the background.
    signal.signal(signal.SIGINT, signal.default_int_handler)
