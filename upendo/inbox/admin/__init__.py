"""The desk: where the team reads, translates and answers letters."""

from upendo.inbox.admin import announcement, letter, phrase

__all__ = ["announcement", "letter", "phrase"]
