"""What a cell of a table of codes means, and how it is written."""

import difflib
from typing import Any

from django.db import models
from django.utils.functional import cached_property
from import_export.widgets import Widget

from upendo.catalogue import codes

MOST_HINTS = 20  # looking for a similar name takes long; a file of nothing but slips has many


class CodeCell(Widget):  # type: ignore[misc]  # the library ships no types
    """A code, in any letter case and with spaces or dashes."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> str | None:
        code = codes.normalise(value)
        if code and not codes.is_code(code):
            raise ValueError(f"“{value}” is no code. A code has 1 to 15 letters and digits.")
        return code or None


class GramsCell(Widget):  # type: ignore[misc]  # the library ships no types
    """A whole number of grams."""

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> int | None:
        if value and not (value.isdecimal() and 0 < int(value) < 2**15):
            raise ValueError(f"“{value}” is no net weight. Write whole grams, like 500.")
        return int(value) if value else None

    def render(self, value: int, obj: Any = None, **kwargs: Any) -> int:
        return value


class NameCell(Widget):  # type: ignore[misc]  # the library ships no types
    """A record of the catalogue by its name. All names are read once."""

    def __init__(self, model: type[models.Model], field: str) -> None:
        super().__init__()
        self.model, self.field = model, field
        self._near: dict[str, list[str]] = {}

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of every record, by its primary key."""
        return dict(self.model._default_manager.values_list("pk", self.field))

    @cached_property
    def keys(self) -> dict[str, int]:
        """The primary key of every record, by its name."""
        return {name: pk for pk, name in self.names.items()}

    def clean(self, value: str, row: Any = None, **kwargs: Any) -> int | None:
        if value and value not in self.keys:
            raise ValueError(
                f"There is no {self.model._meta.verbose_name} “{value}”. {self._hint(value)}"
            )
        return self.keys[value] if value else None

    def render(self, value: int | None, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else self.names[value]

    def _hint(self, value: str) -> str:
        if value not in self._near and len(self._near) < MOST_HINTS:
            self._near[value] = difflib.get_close_matches(value, self.keys, n=1)
        if near := self._near.get(value):
            return f"Is it “{near[0]}”?"
        return "Add it first, or check how it is written."
