"""What records that readers see have in common: their texts are checked before they are saved."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Value, When

from upendo.catalogue import codes
from upendo.catalogue.markets import EVERYWHERE, Market, sold_in
from upendo.catalogue.models.samples import SAMPLES
from upendo.catalogue.text_checks import Finding, findings_in

SITE_LANGUAGE = "en"


class ReaderFacing(models.Model):
    """A record with texts that readers see.

    `full_clean` refuses a text that a check blocks, whoever saves it: the admin, an inline form or
    the staff's API.
    """

    # The names of the fields that hold these texts, all of them.
    reader_texts: ClassVar[tuple[str, ...]] = ()
    # From this record to the jars that tell it; empty where any jar may tell it.
    path_to_jars: ClassVar[str] = ""
    other_paths_to_jars: ClassVar[tuple[str, ...]] = ()

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
            # The markets cost a query, so ask for them only when a rule of any market objects.
            if text and findings_in(text, language, EVERYWHERE):
                for finding in findings_in(text, language, self.read_in()):
                    yield name, finding

    def refused_texts(self) -> Iterator[str]:
        """Yield what the checks that block say of this record's texts."""
        return (finding.message for _, finding in self.findings() if finding.blocks)

    def language_of(self, field: str) -> str:
        """Return the language of one of the texts."""
        return SITE_LANGUAGE

    def read_in(self) -> frozenset[Market]:
        """Return the markets in which this record is read: all, unless every jar names a market."""
        if not self.pk or not self.path_to_jars:
            return EVERYWHERE
        paths = (self.path_to_jars, *self.other_paths_to_jars)
        found = {market for path in paths for market in self._sold_in(path)}
        known = frozenset(market for market in found if market)
        return known if known and None not in found else EVERYWHERE

    def _sold_in(self, path: str) -> set[Market | None]:
        """Return the markets of the jars that a path leads to."""
        default = When(**{f"{path}__code": codes.DEFAULT}, then=Value(codes.DEFAULT))
        sales = (
            type(self)
            ._default_manager.filter(**{"pk": self.pk, f"{path}__in": SAMPLES})
            .order_by()
            .values_list(Case(default, default=Value("")), f"{path}__retailer__market")
            .distinct()
        )
        return {sold_in(code, shop_market) for code, shop_market in sales}
