from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from upendo.catalogue.models import ReaderFacing


class Command(BaseCommand):
    help = "Checks the wording of all stored texts; ends with 1 when there is anything to object."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each objection with where it stands."""
        found = list(_objections())
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} wordings to change, or to allow with a reason.")
        self.stdout.write("No objections to the wording of any text.")


def _objections() -> Iterator[str]:
    models = [model for model in apps.get_models() if issubclass(model, ReaderFacing)]
    for model in models:
        for record in model._default_manager.all().iterator():
            for field, finding in record.findings():
                where = f"{model._meta.verbose_name} {record.pk}, {record}, {field}"
                yield f"{where}: {finding.message}"
