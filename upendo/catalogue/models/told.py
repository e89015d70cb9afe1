"""What records that readers see have in common: their texts are checked before they are saved."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from upendo.catalogue.markets import EVERYWHERE, Market
from upendo.catalogue.text_checks import Finding, findings_in

SITE_LANGUAGE = "en"


class Told(models.Model):
    """A record with texts that readers see.

    `full_clean` refuses a text that a check blocks, whoever saves it: the admin, an inline form or
    the staff's API.
    """

    # The names of the fields that hold these texts, all of them.
    reader_texts: ClassVar[tuple[str, ...]] = ()
    # From a jar to this record; empty where any jar may tell it.
    path_from_jar: ClassVar[str] = ""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Raises ValidationError, also for a text whose wording a check blocks."""
        errors: dict[str, list[ValidationError]] = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as invalid:
            errors = invalid.error_dict
        for name, finding in self.findings():
            if finding.blocks and name not in (exclude or ()) and name not in errors:
                errors[name] = [ValidationError(finding.message, code="wording")]
        if errors:
            raise ValidationError(errors)

    def findings(self) -> Iterator[tuple[str, Finding]]:
        """Yield what the checks object to in this record's texts, with the field's name."""
        for name in self.reader_texts:
            text, language = getattr(self, name), self.language_of(name)
            # Few texts are suspect at all, and only then it matters where they are read.
            if text and findings_in(text, language, EVERYWHERE):
                for finding in findings_in(text, language, self.read_in()):
                    yield name, finding

    def language_of(self, field: str) -> str:
        """Return the language of one of the texts."""
        return SITE_LANGUAGE

    def read_in(self) -> frozenset[Market]:
        """Return where this record is read; everywhere, unless all its jars name a market."""
        from upendo.catalogue.models.jar import Jar  # noqa: PLC0415 - it imports this module

        if not self.pk or not self.path_from_jar:
            return EVERYWHERE
        jars = Jar.objects.filter(**{self.path_from_jar: self}).select_related("retailer")
        found = {jar.market for jar in jars} or {None}
        return EVERYWHERE if None in found else frozenset(market for market in found if market)
