"""Form fields for records of a library: choose one, or send a file that becomes a new one."""

from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from upendo.catalogue.models import Picture, Recording
from upendo.desk.permissions import permission
from upendo.desk.words import Words


@dataclass
class NewInLibrary[R: (Picture, Recording)](ABC):
    """A file that somebody sent instead of choosing a record of the library."""

    STORE_FAILS: ClassVar[Words]

    file: "UploadedFile[Any]"

    @property
    def record(self) -> R | None:
        """The saved record, or None before `save`.

        It is kept on the file, because one of these is made at each reading of the form.
        """
        return getattr(self.file, "record", None)

    @abstractmethod
    def make(self) -> R:
        """Return the record of the file, which is not saved yet."""

    def save(self) -> R:
        """Add it to the library, once.

        Raises ValidationError when it is not what the library holds, or cannot be stored.
        """
        if self.record:
            return self.record
        record = self.make()
        try:
            record.store()
            record.full_clean()
            record.save()
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        except OSError as error:
            raise ValidationError(self.STORE_FAILS) from error
        self.file.record = record  # type: ignore[attr-defined]  # see above
        return record


class LibrarySelect(AutocompleteSelect):
    """A search in the library, and fields for a new record."""

    MODEL: ClassVar[type[Picture] | type[Recording]]
    FILE: ClassVar[str]  # the end of the name of each file field
    needs_multipart_form = True

    def __init__(self, *args: Any, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_add = may_add

    @staticmethod
    def new(file: "UploadedFile[Any]", data: Any, name: str) -> NewInLibrary[Any]:
        """Return the new record of a file and of what was typed beside the field of this name."""
        raise NotImplementedError

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if self.may_add and f"{name}{self.FILE}" in files:
            return self.new(files[f"{name}{self.FILE}"], data, name)
        return super().value_from_datadict(data, files, name)

    @classmethod
    def save_all_new(cls, request: HttpRequest) -> None:
        """Save new records before a form is checked, and keep them even if it is refused.

        Nobody has to send a file again because another field is wrong. A draft can refer to the
        record: what a draft's form writes itself is rolled back.
        """
        if not request.user.has_perm(permission("add", cls.MODEL)):
            return
        files: Any = request.FILES
        for name in files:
            if name.endswith(cls.FILE):
                # The record's own field shows what is wrong with it.
                with suppress(ValidationError):
                    cls.new(files[name], request.POST, name.removesuffix(cls.FILE)).save()


class LibraryField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Accepts a record of the library or the NewInLibrary that a LibrarySelect returns."""

    def to_python(self, value: Any) -> Any:
        return value.save() if isinstance(value, NewInLibrary) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, NewInLibrary):
            return value.record.pk if value.record else None
        return super().prepare_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return isinstance(data, NewInLibrary) or super().has_changed(initial, data)


class LibraryForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The form of a record of the library: its file is stored before the form is accepted.

    So the form can show a failure.
    """

    FILE: ClassVar[str]  # the name of its field
    STORE_FAILS: ClassVar[Words]

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_valid():
            return
        try:
            self.instance.store()
        except ValidationError as error:
            self.add_error(self.FILE, error)
        except OSError:
            self.add_error(self.FILE, str(self.STORE_FAILS))
