"""Runs all drills, or those that are named, and prints their table."""

import importlib
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

import django

from dev.attack.services import Services, services
from dev.attack.table import Row, print_table

DRILLS = ["slow", "hanging", "killed", "permissions", "fuzz", "files"]


def main() -> int:
    """Return 1 if something was lost, or was never tried."""
    names = sys.argv[1:] or DRILLS
    with (
        tempfile.TemporaryDirectory(prefix="upendo-attack-") as folder,
        services(Path(folder)) as running,
    ):
        os.environ |= running.environ | {
            "DJANGO_SETTINGS_MODULE": "upendo.settings",
            "ATTACK_FOLDER": folder,
        }
        django.setup()
        logging.disable(logging.INFO)  # the mail server says every word that it hears
        rows = attack(running, names)
    print_table(rows)
    return 1 if not rows or any(row.lost or not row.tried for row in rows) else 0


def attack(running: Services, names: list[str]) -> list[Row]:
    """Run these drills one after the other on one server."""
    # Only now is Django ready.
    server_module = importlib.import_module("dev.attack.server")
    rows: list[Row] = []
    server = server_module.filled(running)
    try:
        for name in names:
            began = time.monotonic()
            print(f"{name} …", flush=True)
            try:
                rows += importlib.import_module(f"dev.attack.{name}").drill(server)
            except Exception as error:  # the others go on
                rows.append(Row(f"{name}, to its end", 1, 1, repr(error)[-2000:]))
            print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    finally:
        server.stop()
    memory = f"{server.most_memory:.0f} MB at most, of all processes (PSS)"
    return [*rows, Row("memory of the server meanwhile", 1, 0, memory)]


if __name__ == "__main__":
    sys.exit(main())
