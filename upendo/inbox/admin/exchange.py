"""The part of a letter's form with the shortened version for the public."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline

from upendo.inbox.models import Exchange, Photo

AGREED_WORDS = ("question", "answer", "signed", "photo_alt")
NO_PHOTO = _("The reader sent no photo with this letter: leave this empty.")


class ExchangeForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.reader_agreed_at:
            for name in AGREED_WORDS:
                self.fields[name].disabled = True

    def clean_photo_alt(self) -> str:
        """Raises ValidationError where there is no photo to describe."""
        alt: str = self.cleaned_data["photo_alt"].strip()
        if alt and not Photo.objects.filter(letter=self.instance.letter).exists():
            raise forms.ValidationError(NO_PHOTO)
        return alt


class ExchangeInline(StackedInline):
    """The words cannot change after the reader has agreed to them. Deleting unpublishes them."""

    model = Exchange
    form = ExchangeForm
    extra = 0
    tab = True
    readonly_fields = ["reader_agreed_at"]
    fields = [
        "question",
        "answer",
        "photo_alt",
        ("signed", "beekeeper_agreed_on", "reader_agreed_at"),
    ]
    verbose_name_plural = _("Public letter")
