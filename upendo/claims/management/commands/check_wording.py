from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from upendo.catalogue.models import ReaderFacing


class Command(BaseCommand):
    help = "Checks the wording of all stored texts; ends with 1 when there is anything to object."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each objection with where it stands."""
        found = 0
        for found, line in enumerate(_objections(), start=1):  # noqa: B007 - how many in the end
            self.stdout.write(line)
        if found:
            raise CommandError(f"{found} wordings to change, or to allow with a reason.")
        self.stdout.write("No objections to the wording of any text.")


def _objections() -> Iterator[str]:
    for model in apps.get_models():
        # A code has no text, so millions of them are not read.
        if not issubclass(model, ReaderFacing) or not model.reader_texts:
            continue
        for record in model._default_manager.all().iterator():
            for field, finding in record.findings():
                where = f"{model._meta.verbose_name} {record.pk}, {record}, {field}"
                yield f"{where}: {finding.message}"
