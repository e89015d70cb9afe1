"""Starts the set-up; `delivery.setup` says what it does and what its exit codes mean."""

import os
import sys

from delivery.setup.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
