"""The languages in which beekeepers and readers write; the names are those that the desk shows."""

from django.utils.translation import gettext_lazy as _

from upendo.desk.words import Words

# By code of https://www.iana.org/assignments/language-subtag-registry, as browsers know them.
_NAMES = {
    "sw": _("Swahili"),
    "en": _("English"),
    "nym": _("Nyamwezi"),
    "suk": _("Sukuma"),
    "kcz": _("Konongo"),
    "haq": _("Ha"),
    "fip": _("Fipa"),
    "piw": _("Pimbwe"),
    "ar": _("Arabic"),
    "de": _("German"),
    "es": _("Spanish"),
    "fa": _("Persian"),
    "fr": _("French"),
    "he": _("Hebrew"),
    "it": _("Italian"),
    "nl": _("Dutch"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
}


def choices() -> list[tuple[str, Words]]:
    """Return code and name of each language, the most usual first."""
    return list(_NAMES.items())
