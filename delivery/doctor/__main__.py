"""Starts the doctor; `delivery.doctor` says what it checks and what its exit codes mean."""

import os
import sys

from delivery.doctor.checklist import main

if __name__ == "__main__":
    sys.exit(main(os.environ))
