"""Starts the release phase; `delivery.release` says what it does and what its exit codes mean."""

import sys

from delivery.release.phase import main

if __name__ == "__main__":
    sys.exit(main())
