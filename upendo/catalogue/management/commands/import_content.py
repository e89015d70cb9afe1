import sys
import tempfile
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from upendo.catalogue.moving.check import BadArchiveError
from upendo.catalogue.moving.load import Outcome, import_content


class Command(BaseCommand):
    help = (
        "Brings the stories of an archive of export_content into this copy. Its codes become "
        "drafts; what is here already is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the archive to read; - is the standard input")
        parser.add_argument("--dry-run", action="store_true", help="only check the archive")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError, with nothing written, for an archive that is not right."""
        try:
            outcome = self.load(options["file"], dry_run=options["dry_run"])
        except BadArchiveError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        except (OSError, ValidationError) as error:
            raise CommandError(f"Nothing was imported: {error}") from error
        except IntegrityError as error:
            raise CommandError(
                "Nothing was imported: somebody made the same record meanwhile. Run it again."
            ) from error
        if options["dry_run"]:
            self.stdout.write("The archive is right; nothing was imported.")
        else:
            said = ", ".join(f"{number} {what}" for what, number in outcome.made.items())
            self.stdout.write(f"Made: {said or 'nothing'}.")
        for record in outcome.left_alone:
            self.stdout.write(f"Here already, and left alone: {record}")

    def load(self, name: str, *, dry_run: bool) -> Outcome:
        """Import a file; what comes through the standard input is kept whole first."""
        if name != "-":
            with Path(name).open("rb") as source:
                return import_content(source, dry_run=dry_run)
        with tempfile.TemporaryFile() as kept:
            copyfileobj(sys.stdin.buffer, kept)
            kept.seek(0)
            return import_content(kept, dry_run=dry_run)
