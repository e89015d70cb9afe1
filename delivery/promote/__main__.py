"""Starts a promotion; `delivery.promote` says how it is called and what its exit codes mean."""

import os
import signal
import sys
from types import FrameType

from delivery.promote.command import main


def interrupt(number: int, frame: FrameType | None) -> None:
    """A cancelled workflow ends with its account; further signals don't cut that short."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    sys.exit(main(sys.argv[1:], os.environ))
