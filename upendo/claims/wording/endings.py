"""The usual endings of nouns, adjectives and verbs, by language."""

GERMAN = ("e", "n", "en", "em", "er", "es", "s", "t", "et")
ENDINGS = {
    "en": ("s", "es", "d", "ed", "ing", "r", "er", "st", "est"),
    "de": (*GERMAN, "ere", "eren", "erer", "eres", "ste", "sten"),
    "fr": ("e", "s", "es"),
    "nl": ("e", "s", "en", "er", "ere"),
    "es": ("s", "es"),
}


def with_endings(letters: list[str], word: str, language: str) -> list[str]:
    """Return the expressions of a phrase's letters with what its last word may end in."""
    endings = ENDINGS.get(language)
    if not endings:
        return letters
    also = f"(?:{'|'.join(sorted(endings, key=len, reverse=True))})?"
    if language == "en" and len(word) > 3 and word[-1] == "e":
        return [*letters[:-1], f"(?:e{also}|ing|able)"]  # ease, easing
    if language == "en" and len(word) > 3 and word[-1] == "y" and word[-2] not in "aeou":
        return [*letters[:-1], f"(?:y{also}|ies|ied|ier|iest)"]  # remedy, remedies
    if language == "en" and word[-1] in "bdgmnprt":
        return [*letters, f"(?:{also}|{word[-1]}(?:ed|ing|er|est))"]  # stop, stopped
    return [*letters, also]
