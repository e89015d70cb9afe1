"""What claims and certificates share: evidence, markets, dates, and the records they are about."""

import hashlib
from datetime import date, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Self

from django.conf import settings
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market
from upendo.catalogue.models import (
    Batch,
    Footprint,
    Forest,
    Honey,
    Jar,
    ReaderFacing,
)
from upendo.claims.models.fields import MarketsField
from upendo.claims.pdf import validate_pdf
from upendo.editing.models import Versioned

SUBJECTS = ("honey", "forest", "batch", "footprint")


def evidence_path(proof: "Proof", filename: str) -> str:
    """Return where a file is kept: under its content's hash, which nobody can guess."""
    digest = hashlib.sha256()
    for chunk in proof.evidence_file.chunks():
        digest.update(chunk)
    return f"evidence/{digest.hexdigest()[:16]}/{slugify(Path(filename).stem) or 'evidence'}.pdf"


class ProofQuerySet[M: "Proof"](models.QuerySet[M]):
    def for_readers(self, jar: Jar, market: Market | None, today: date) -> Self:
        """Those that a jar's story may show today under a market's rules.

        Without a market the strictest rules hold: every market must allow it.
        """
        return self.about(jar).proven().valid_on(today).allowed_in(market)

    def about(self, jar: Jar) -> Self:
        """Those attached to a record of this jar's story; fills in `Proof.subjects`."""
        told = {
            "honey": Honey.objects.filter(pk=jar.batch.honey_id),
            "forest": Forest.objects.filter(pk=jar.batch.forest_id),
            "batch": Batch.objects.filter(pk=jar.batch_id),
            "footprint": Footprint.objects.filter(honey=jar.batch.honey_id),
        }
        proofs = f"{self.model._meta.model_name}s"
        attached = {
            f"is_about_{subject}": Exists(records.filter(**{proofs: OuterRef("pk")}))
            for subject, records in told.items()
        }
        return self.annotate(**attached).filter(reduce(or_, (Q((name, True)) for name in attached)))

    def proven(self) -> Self:
        """Those with evidence."""
        return self

    def valid_on(self, day: date) -> Self:
        """Those valid on a day; an empty date sets no limit."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_until__isnull=True) | Q(valid_until__gte=day),
        )

    def expiring_within(self, days: int) -> Self:
        """Those valid today that end within so many days, sorted by their last day."""
        today = timezone.localdate()
        shown = self.proven().valid_on(today)
        return shown.filter(valid_until__lte=today + timedelta(days=days)).order_by("valid_until")

    def allowed_in(self, market: Market | None) -> Self:
        """Those allowed in a market; without one, those allowed in all of them."""
        return self.filter(markets__contains=list(Market) if market is None else [market])


class Proof(ReaderFacing, Versioned):
    """A statement that readers see only with evidence, and that may have a last day."""

    evidence_title = models.CharField(
        _("evidence"),
        max_length=160,
        blank=True,
        help_text=_("What proves it, as readers see it: the report, who wrote it, its date."),
    )
    evidence_url = models.URLField(
        _("link to the evidence"), blank=True, help_text=_("Where readers can see it themselves.")
    )
    evidence_file = models.FileField(
        _("or the evidence as a file"),
        upload_to=evidence_path,
        blank=True,
        max_length=160,
        validators=[FileExtensionValidator(["pdf"]), validate_pdf],
        help_text=_("A PDF of at most 5 MB. Readers can open it, so it must hold nothing private."),
    )
    markets = MarketsField(
        help_text=_(
            "Where it may be said. A code without a market, and PUREJOY, show only what is "
            "allowed in all of them."
        ),
    )
    valid_from = models.DateField(
        null=True, blank=True, help_text=_("The first day. Empty: always.")
    )
    valid_until = models.DateField(
        null=True, blank=True, help_text=_("The last day. Empty: no end.")
    )
    honeys = models.ManyToManyField(Honey, blank=True, related_name="%(class)ss")
    forests = models.ManyToManyField(Forest, blank=True, related_name="%(class)ss")
    batches = models.ManyToManyField(Batch, blank=True, related_name="%(class)ss")
    footprints = models.ManyToManyField(Footprint, blank=True, related_name="%(class)ss")

    class Meta:
        abstract = True

    def read_in(self) -> frozenset[Market]:
        return frozenset(map(Market, self.markets)) or super().read_in()

    @property
    def subjects(self) -> list[str]:
        """The kinds of record it is about, of SUBJECTS. Only for rows that `about` returned."""
        return [subject for subject in SUBJECTS if getattr(self, f"is_about_{subject}")]

    @property
    def evidence_address(self) -> str:
        """Where readers see the evidence; empty as long as there is none."""
        if self.evidence_file:
            return f"{settings.MEDIA_URL}{self.evidence_file}"  # wherever the file is stored
        return self.evidence_url

    def why_withheld(self, market: Market | None, today: date) -> str:
        """Return why it is not shown today under a market's rules; empty if it is shown."""
        if self.valid_from and today < self.valid_from:
            return gettext("valid only from %(valid_from)s") % {
                "valid_from": date_format(self.valid_from)
            }
        if self.valid_until and today > self.valid_until:
            return gettext("expired on %(valid_until)s") % {
                "valid_until": date_format(self.valid_until)
            }
        forbidding = [str(Market(m).label) for m in Market if m not in self.markets]
        if market is None and forbidding:
            return gettext("not allowed everywhere; missing: %(names)s") % {
                "names": ", ".join(forbidding)
            }
        if market is not None and market not in self.markets:
            return gettext("not allowed in %(label)s") % {"label": market.label}
        return ""
