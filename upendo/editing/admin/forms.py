"""The form of a record whose edits may be refused."""

from typing import Any, ClassVar

from django import forms


class RefusableForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A form that is refused, with all that was typed, for reasons outside of its fields."""

    # Its admin sets them for one request.
    refusals: ClassVar[list[str]] = []

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for refusal in self.refusals:
            self.add_error(None, refusal)
        return cleaned
