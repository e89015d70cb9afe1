import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.catalogue.moving.export import export_content


class Command(BaseCommand):
    help = "Writes stories with their pictures into an archive, for import_content of another copy."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the archive to write; - is the standard output")
        parser.add_argument("codes", nargs="*", help="by default one code of each story")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError for an unknown code and for a picture that cannot be read."""
        wanted = {codes.normalise(code) for code in options["codes"]}
        jars = Jar.objects.filter(code__in=wanted) if wanted else Jar.objects.newest_stories()
        if unknown := wanted - {jar.code for jar in jars if wanted}:
            raise CommandError(f"There is no code {', '.join(sorted(unknown))}.")
        # Two questions for the database, since a list of one of each story cannot be joined.
        chosen = Jar.objects.filter(pk__in=[jar.pk for jar in jars])
        try:
            if options["file"] == "-":
                counts = export_content(chosen, sys.stdout.buffer)
            else:
                with Path(options["file"]).open("wb") as target:
                    counts = export_content(chosen, target)
        except OSError as error:
            raise CommandError(f"The archive is not complete: {error}") from error
        said = ", ".join(f"{number} {what}" for what, number in counts.items())
        self.stderr.write(f"Written: {said or 'nothing, as there is no story'}.")
