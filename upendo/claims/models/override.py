"""Sentences that somebody has allowed although a rule objects to them."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.claims.models.rule import WordingRule
from upendo.claims.models.word_list import WordList
from upendo.claims.wording.plain import LONGEST_PASSAGE, plain_text


class WordingOverrideQuerySet(models.QuerySet["WordingOverride"]):
    def pairs(self, passages: Iterable[str]) -> set[tuple[int, str]]:
        """Return which of these sentences are allowed, each with the rule that it breaks."""
        return set(self.filter(passage__in=passages).values_list("rule_id", "passage"))


class WordingOverride(models.Model):
    """A sentence that may be said although a rule objects to it: who allowed it, and why.

    It lets exactly this sentence pass, wherever it stands. It is never changed, only withdrawn.
    """

    rule = models.ForeignKey(WordingRule, on_delete=models.PROTECT, related_name="overrides")
    passage = models.CharField(
        _("sentence"), max_length=LONGEST_PASSAGE, help_text=_("Exactly as it stands in the text.")
    )
    reason = models.TextField(
        help_text=_("Why it may be said all the same, and where the proof of it is kept.")
    )
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    allowed_at = models.DateTimeField(auto_now_add=True)

    objects = WordingOverrideQuerySet.as_manager()

    class Meta:
        ordering = ["-allowed_at"]
        verbose_name = _("allowed sentence")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "passage"],
                name="sentence_allowed_once",
                violation_error_message=_("This sentence is allowed already."),
            ),
            models.CheckConstraint(
                condition=Q(reason__regex=r"\S"),
                name="wording_override_has_reason",
                violation_error_message=_("Say why this may be said."),
            ),
        ]

    def __str__(self) -> str:
        return self.passage

    def clean(self) -> None:
        """Raises ValidationError when the rule does not object to the sentence."""
        text, lists = plain_text(self.passage), WordList.objects.as_lists()
        phrases = self.rule.phrases.all() if self.rule_id else ()
        if self.rule_id and not any(words.spans_in(text, lists) for words in phrases):
            raise ValidationError(
                {"passage": gettext("The rule does not object to this sentence.")}
            )
