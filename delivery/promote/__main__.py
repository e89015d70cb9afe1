"""Starts a promotion; `delivery.promote` says how it is called and what its exit codes mean."""

import os
import signal
import sys
from types import FrameType

from delivery.promote.command import main


def interrupt(number: int, frame: FrameType | None) -> None:
    """End a cancelled run with its summary; further signals cannot interrupt the summary."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    sys.exit(main(sys.argv[1:], os.environ))
