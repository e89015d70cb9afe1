"""Texts with one kind of line end: browsers send "\\r\\n", programs and our own files "\\n"."""

from typing import Any

from django.db.models import Model, TextField


class OneLineEnd(Model):
    """A row that keeps its long texts with "\\n", whoever writes them."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        unify(self)
        super().save(*args, **kwargs)


def unify(row: Model) -> None:
    """End the lines of a row's long texts with "\\n"; one that is not loaded stays so."""
    for field in row._meta.concrete_fields:
        text = row.__dict__.get(field.attname)
        if isinstance(field, TextField) and isinstance(text, str):
            setattr(row, field.attname, text.replace("\r\n", "\n"))
