"""What the lists and forms of all records of a story have in common."""

from typing import Any

from django.contrib.admin.options import ActionLocation
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    Field,
    OuterRef,
    QuerySet,
)
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline, TabularInline
from unfold.decorators import display

from upendo.catalogue.admin.library.mixin import LibraryFields
from upendo.catalogue.admin.reader_facing import ReaderFacingAdmin, ReaderFacingForm
from upendo.catalogue.admin.shops import ShopsMixin
from upendo.catalogue.models import Content, Jar
from upendo.catalogue.models.told import readers_see, seen_by_readers
from upendo.catalogue.previews import address_for_readers, page_of, preview_of_record
from upendo.desk.admin import DeskAdmin, RelatedFieldsMixin
from upendo.desk.words import Words
from upendo.editing.admin.drafts import DraftsMixin
from upendo.editing.admin.forms import RefusableForm
from upendo.editing.admin.history import HistoryMixin
from upendo.editing.models import Draft, Part

SAMPLE = 5  # codes, named as what keeps a record from being deleted
STANDINGS = {
    "draft": _("draft waiting"),
    "seen": _("readers see it"),
    "unused": _("not used yet"),
}


class ContentForm(RefusableForm, ReaderFacingForm):
    """The form of a record that a story tells."""


class CatalogueAdmin(
    ShopsMixin,
    LibraryFields,
    DraftsMixin,
    HistoryMixin,
    ReaderFacingAdmin,
    DeskAdmin,
):
    """The list and the form of one kind of content."""

    form = ContentForm
    warn_unsaved_form = True
    list_per_page = 50

    def readers_see(self, record: Content) -> bool:
        return readers_see(record)

    def preview_address(self, record: Content) -> str:
        preview = preview_of_record(record)
        return preview.address(page_of(record)) if preview else ""

    def readers_address(self, record: Content) -> str:
        return address_for_readers(record)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers see is deleted only by those who may publish, since it is gone at once."""
        if not super().has_delete_permission(request, obj):
            return False
        publishes = obj is not None and readers_see(obj)
        return not publishes or request.user.has_perm("catalogue.publish_draft")

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        """Leave out deleting many at once: the form of one says what needs it, and offers undo."""
        actions: dict[str, Any] = super().get_actions(request, action_location)
        return {name: action for name, action in actions.items() if name != "delete_selected"}

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name some of the codes that need a record, and look no further: there may be millions."""
        records = [record for record in objs if not isinstance(record, Jar)]
        codes = [jar.code for record in records for jar in Jar.objects.telling(record)[:SAMPLE]]
        if codes:
            named = [gettext("Jar code %(code)s") % {"code": code} for code in codes]
            return [], {}, set(), named
        return super().get_deleted_objects(objs, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        kind = ContentType.objects.get_for_model(self.model)
        drafts = Draft.objects.filter(content_type=kind, object_id=OuterRef("pk")).order_by()
        queryset: QuerySet[Any] = super().get_queryset(request)
        annotated: QuerySet[Any] = queryset.annotate(
            has_draft=Exists(drafts),
            is_seen=ExpressionWrapper(seen_by_readers(self.model), output_field=BooleanField()),
        )
        return annotated

    @display(
        description=_("status"), label={"draft": "warning", "seen": "success", "unused": "info"}
    )
    def standing(self, record: Any) -> tuple[str, Words]:
        """Whether readers see a record, and whether an edit of it waits."""
        name = "draft" if record.has_draft else "seen" if record.is_seen else "unused"
        return name, STANDINGS[name]


class PartForm(ReaderFacingForm):
    """The form of a row. A new one of which nothing but its place is known is empty."""

    def has_changed(self) -> bool:
        changed: list[str] = self.changed_data
        return changed not in ([], [Part.PLACE] if self.instance.pk is None else [])


class MovableRows:
    """Has rows that have a place moved about, instead of asking for a number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hasattr(self.model, Part.PLACE):  # type: ignore[attr-defined]  # of an inline
            self.ordering_field, self.hide_ordering_field = Part.PLACE, True


# The theme and Django differ in whether formfield_overrides belongs to the class.
class TabularPart(MovableRows, RelatedFieldsMixin, LibraryFields, TabularInline):  # type: ignore[misc]
    """Parts of a record, one in a row, on a tab of their own."""

    form = PartForm
    extra = 0
    tab = True

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Name the control itself: the heading of its column is no label of it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs.setdefault("aria-label", capfirst(field.label))
        return field


# Django's classes and the theme's differ, as above.
class StackedPart(MovableRows, RelatedFieldsMixin, LibraryFields, StackedInline):  # type: ignore[misc]
    """Parts of a record with long texts, one below the other, on a tab of their own."""

    form = PartForm
    extra = 0
    tab = True
