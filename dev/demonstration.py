"""Brings a database up to date and shows something in it: `python -m dev.demonstration`.

All in one process, since each start of Django takes two seconds.
"""

import os

import django
from django.core.management import call_command

from dev.environment import use_local_environment

USER = "demo"
PASSWORD = "asali-demo"  # noqa: S105 - printed on purpose, for this machine only


def main() -> None:
    """Migrate, and load the demonstration stories and an admin account once."""
    use_local_environment()
    os.environ["DJANGO_SETTINGS_MODULE"] = "upendo.settings"
    django.setup()
    print("Migrating…", flush=True)
    call_command("migrate", verbosity=0)
    print("Looking for the demonstration stories…", flush=True)
    call_command("load_demo")
    call_command("ensure_admin", USER, PASSWORD, verbosity=0)


if __name__ == "__main__":
    main()
