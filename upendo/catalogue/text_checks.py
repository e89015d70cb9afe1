"""Checks of the texts that readers see.

Other apps add theirs in a module `text_checks`, which is loaded at the start.
"""

from collections.abc import Callable
from dataclasses import dataclass

from upendo.catalogue.markets import Market


@dataclass(frozen=True)
class Finding:
    """What a check objects to in a text: in words, and whether the text may not be saved."""

    message: str
    blocks: bool
    # Where somebody may allow the text all the same, if anywhere.
    address: str = ""


# The text, its language ("en", "sw") and the markets in which it is read.
type TextCheck = Callable[[str, str, frozenset[Market]], list[Finding]]

_checks: list[TextCheck] = []


def add_text_check(check: TextCheck) -> None:
    """Run a check on every text for readers, whenever one is saved."""
    if check not in _checks:
        _checks.append(check)


def findings_in(text: str, language: str, markets: frozenset[Market]) -> list[Finding]:
    """Return all that the registered checks object to in a text."""
    return [finding for check in _checks for finding in check(text, language, markets)]
