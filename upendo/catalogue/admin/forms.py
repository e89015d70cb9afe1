"""The form of every record."""

from typing import Any, ClassVar

from upendo.catalogue.admin.told_form import ToldForm


class ContentForm(ToldForm):
    """A form that is refused, with all that was typed, for reasons outside of its fields."""

    # Its admin sets them for one request.
    refusals: ClassVar[list[str]] = []

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for refusal in self.refusals:
            self.add_error(None, refusal)
        return cleaned
