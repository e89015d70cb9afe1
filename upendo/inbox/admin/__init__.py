"""The desk: where the team reads, translates and answers letters."""

from upendo.inbox.admin import announcement, dashboard, letter, phrase

__all__ = ["announcement", "dashboard", "letter", "phrase"]
