from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from upendo.catalogue.models import Jar
from upendo.labels.check_printed import printed_addresses, silent
from upendo.labels.lists import listed


class Command(BaseCommand):
    help = (
        "Checks that printed codes open their story; ends with 1 when one does not. FILE.csv is "
        "any list of codes or addresses, such as the table of a file of labels; without one, "
        "every label that was ever made here is checked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One list, or none, and whether drafts are a failure."""
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE.csv")
        parser.add_argument(
            "--drafts-may-wait",
            action="store_true",
            help="Count drafts and let them be: a label may be printed before its code is live.",
        )

    def handle(
        self, *args: Any, file: Path | None, drafts_may_wait: bool = False, **options: Any
    ) -> None:
        """Print each code or address that does not answer."""
        found = drafts = 0
        for one in silent(_said(file), Jar.objects.all()):
            if drafts_may_wait and one.may_wait:
                drafts += 1
                continue
            found += 1
            self.stdout.write(f"{one.said}: {one.why}")
        if drafts:
            self.stdout.write(
                f"{drafts:,} printed codes are not live yet; the desk's start page shows them."
            )
        if found:
            raise CommandError(
                f"{found} printed codes open no story. If a backup was restored, codes "
                "made after it are missing: import the list of them again. Bring drafts live at "
                "the desk."
            )
        self.stdout.write(f"Every {'other ' if drafts else ''}printed code opens its story.")


def _said(file: Path | None) -> Iterator[str]:
    if file is None:
        yield from printed_addresses()
        return
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            yield from listed(lines)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
