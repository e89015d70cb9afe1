"""The languages in which beekeepers and readers write; the names are those that the desk shows."""

# By code of https://www.iana.org/assignments/language-subtag-registry, as browsers know them.
_NAMES = {
    "sw": "Swahili",
    "en": "English",
    "nym": "Nyamwezi",
    "suk": "Sukuma",
    "kcz": "Konongo",
    "haq": "Ha",
    "fip": "Fipa",
    "piw": "Pimbwe",
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
}


def choices() -> list[tuple[str, str]]:
    """Return code and name of each language, the most usual first."""
    return list(_NAMES.items())
