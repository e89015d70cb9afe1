"""Which words need care: the phrases by language, and the laws that object to them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.claims.models.fields import MarketsField, markets_are_known
from upendo.claims.models.word_list import lists_exist
from upendo.claims.wording.patterns import (
    LANGUAGES,
    Lists,
    compile_phrases,
    lists_named,
    validate_phrases,
)
from upendo.claims.wording.plain import PlainText, Span


class CertificateKind(models.TextChoices):
    """Kinds of certificates, as the names of their schemes end."""

    ORGANIC = "organic", _("Organic farming")
    FAIRTRADE = "fairtrade", _("Fairtrade")


class WordingRuleQuerySet(models.QuerySet["WordingRule"]):
    def in_use(self) -> Self:
        """The rules that texts are checked by, with their phrases and laws."""
        return self.filter(is_active=True).prefetch_related("phrases", "laws")


class WordingRule(models.Model):
    """Words that say what a law forbids or restricts, and what to write instead."""

    name = models.CharField(max_length=120, unique=True)
    suggestion = models.TextField(
        _("better"),
        help_text=_("What to write instead; it stands beside the text that uses the words."),
    )
    is_active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Off: the rule is kept, and texts are not checked by it."),
    )
    certificate = models.CharField(
        _("certificate that allows it"),
        max_length=10,
        choices=CertificateKind,
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "A sentence that names the control body, its code or the number of such a "
            "certificate on record may be said while and where the certificate holds."
        ),
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = WordingRuleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(suggestion=""),
                name="wording_rule_suggests_something",
                violation_error_message=_("Say what to write instead."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def spans_in(self, text: PlainText, language: str, lists: Lists) -> list[Span]:
        """Return where its words stand in a text in a language, the longest of what it finds."""
        spoken = ("", language.split("-", maxsplit=1)[0].lower())
        found = {
            span
            for phrases in self.phrases.all()
            if phrases.language in spoken
            for span in phrases.spans_in(text, lists)
        }
        return sorted(span for span in found if not any(_is_inside(span, other) for other in found))


def _is_inside(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


class WordingPhrases(models.Model):
    """A rule's words in one language."""

    rule = models.ForeignKey(WordingRule, on_delete=models.CASCADE, related_name="phrases")
    language = models.CharField(
        max_length=2, choices=LANGUAGES, blank=True, help_text=_("Empty: words of every language.")
    )
    words = models.TextField(
        validators=[validate_phrases],
        help_text=_(
            "One word or phrase a line. A space also finds a hyphen, a line break or nothing "
            "at all between the words. A star stands for any letters: probiot* finds probiotic and "
            "probiotics. Three dots stand for up to five other words of the sentence, and a name "
            "in "
            "brackets for any word of that list: [eases] ... [illness]. Usual endings, capitals "
            "and "
            "accents need not be written."
        ),
    )
    exceptions = models.TextField(
        _("but not in"),
        blank=True,
        validators=[validate_phrases],
        help_text=_(
            "Phrases in which these words mean something else, one a line: green tea. With "
            "somebody else before them, the words are not about the honey: [people] ... cough"
        ),
    )

    class Meta:
        ordering = ["language"]
        verbose_name = verbose_name_plural = _("words")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "language"],
                name="wording_phrases_once_per_language",
                violation_error_message=_("The words of this language stand in one field."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_language_display() or gettext("Every language")

    def clean(self) -> None:
        """Raises ValidationError when a line asks for a list that its language does not have."""
        lists_exist(self.language, lists_named(f"{self.words}\n{self.exceptions}"))

    def spans_in(self, text: PlainText, lists: Lists) -> list[Span]:
        """Return where the words stand in a text, without the exceptions."""
        found = compile_phrases(self.words, self.language, lists).spans_in(text)
        if not found or not self.exceptions:
            return sorted(found)
        allowed = compile_phrases(self.exceptions, self.language, lists).spans_in(text)
        return sorted(
            (start, end)
            for start, end in found
            if not any(first <= start and end <= last for first, last in allowed)
        )


class WordingLaw(models.Model):
    """Why a rule's words need care in some markets, and how strictly."""

    class Severity(models.TextChoices):
        BLOCK = "block", _("Block")
        WARN = "warn", _("Warn")

    rule = models.ForeignKey(WordingRule, on_delete=models.CASCADE, related_name="laws")
    markets = MarketsField(help_text=_("Where this law holds."))
    severity = models.CharField(
        max_length=5,
        choices=Severity,
        help_text=_(
            "Block: the text cannot be saved until it is changed or allowed. Warn: it can."
        ),
    )
    reason = models.TextField(help_text=_("What the law objects to, in plain words."))
    source = models.CharField(_("legal source"), max_length=200)
    source_url = models.URLField(_("link to the law"), blank=True)

    class Meta:
        ordering = ["severity", "id"]  # what blocks comes first
        verbose_name = _("law")
        constraints = [
            markets_are_known("wording_law_markets_are_known"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(source=""),
                name="wording_law_has_reason_and_source",
                violation_error_message=_("Say what the law objects to, and name it."),
            ),
        ]

    def __str__(self) -> str:
        return self.source
