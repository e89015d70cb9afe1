from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from upendo.labels.check_printed import listed, printed_addresses, silent


class Command(BaseCommand):
    help = (
        "Checks that printed codes open their story; ends with 1 when one does not. FILE.csv is "
        "any list of codes or addresses, such as the table of a file of labels; without one, "
        "every label that was ever made here is checked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One list, or none."""
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE.csv")

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        """Print each code or address that does not answer."""
        found = 0
        for one in silent(_said(file)):
            self.stdout.write(f"{one.said}: {one.why}")
            found += 1
        if found:
            raise CommandError(
                f"{found} printed codes open no story. If a backup was restored, codes made after "
                "it are missing: import the list of them again. Bring drafts live at the desk."
            )
        self.stdout.write("Every printed code opens its story.")


def _said(file: Path | None) -> Iterator[str]:
    if file is None:
        yield from printed_addresses()
        return
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            yield from listed(lines)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
