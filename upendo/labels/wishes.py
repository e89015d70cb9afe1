"""What somebody wants of a file of labels, and what its labels then say."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar
from upendo.labels.models import LabelFile
from upendo.labels.printing.layout import Words
from upendo.labels.printing.sheets import Sheet

WORDMARK = "Upendo Honey"
LINES = {
    "wordmark": WORDMARK,
    "honey": _("Honey"),
    "lot": _("Lot number"),
    "best_before": _("Best before"),
    "net_weight": _("Net weight"),
    "shop": _("Shop"),
}
DPI = 300


@dataclass(frozen=True)
class Wishes:
    """The choices on the form. Places are counted from 0, the nudge is in mm."""

    kind: str
    sheet: Sheet
    start: int = 0
    nudge: tuple[float, float] = (0, 0)
    lines: tuple[str, ...] = field(default=("wordmark", "honey"))
    dpi: int = DPI

    @property
    def is_sheet(self) -> bool:
        """Whether labels are wanted, rather than squares for somebody who makes them."""
        return self.kind == LabelFile.Kind.SHEET

    @property
    def is_on_labels(self) -> bool:
        """Whether the sheet's measures matter."""
        return self.kind in {LabelFile.Kind.SHEET, LabelFile.Kind.ZPL}

    def as_json(self) -> dict[str, Any]:
        """Return them as they are kept with their file, the sheet with its measures of today."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Return what as_json has kept."""
        pairs = {name: tuple(kept["sheet"][name]) for name in ("page", "label", "gap")}
        sheet = Sheet(**(kept["sheet"] | pairs))
        nudge, lines = tuple(kept["nudge"]), tuple(kept["lines"])
        return cls(**(kept | {"sheet": sheet, "nudge": nudge, "lines": lines}))

    def words(self, jar: Jar) -> Words:
        """Return what people read on the label of a jar, which the desk's language leaves alone."""
        with translation.override(settings.LANGUAGE_CODE):
            return self._words(jar)

    def _words(self, jar: Jar) -> Words:
        batch = jar.batch
        texts = {
            "honey": str(batch.honey),
            "lot": f"Lot {batch.lot}",
            "best_before": batch.best_before and f"Best before {date_format(batch.best_before)}",
            "net_weight": f"{jar.net_weight_grams} g",
            "shop": str(jar.retailer or ""),
        }
        lines = [texts[name] for name in LINES if name in self.lines and texts.get(name)]
        mark = WORDMARK if "wordmark" in self.lines else ""
        return Words(jar.code, mark, tuple(line for line in lines if line))
