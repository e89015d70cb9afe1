"""Lists of words that rules combine: what somebody does, and to what."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.claims.wording.patterns import LANGUAGES, Lists, validate_list


class WordListQuerySet(models.QuerySet["WordList"]):
    def as_lists(self) -> Lists:
        """All lists, as patterns take them."""
        return frozenset(self.values_list("language", "name", "words"))


class WordList(models.Model):
    """Words of one kind in one language. A rule asks for any of them by the name in brackets."""

    name = models.CharField(
        max_length=40,
        validators=[RegexValidator(r"^[a-z ]+\Z", _("Write small letters, such as: illness."))],
        help_text=_("Rules use it in brackets: [eases] ... [illness]."),
    )
    language = models.CharField(max_length=2, choices=LANGUAGES)
    words = models.TextField(
        validators=[validate_list],
        help_text=_("One word or phrase a line, with stars where useful, as in a rule."),
    )

    objects = WordListQuerySet.as_manager()

    class Meta:
        ordering = ["name", "language"]
        verbose_name = _("list of words")
        verbose_name_plural = _("lists of words")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "language"],
                name="word_list_once_per_language",
                violation_error_message=_("This list exists in this language."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_language_display()}"


def lists_exist(language: str, names: set[str]) -> None:
    """Raises ValidationError, which names the lists that a language does not have."""
    known = WordList.objects.filter(language=language).values_list("name", flat=True)
    if missing := sorted(names - set(known)):
        raise ValidationError(
            gettext("There is no list %(names)s in this language. Create it under Lists of words.")
            % {"names": ", ".join(f"[{name}]" for name in missing)}
        )
