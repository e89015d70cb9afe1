"""What all parts of the catalogue's admin have in common."""

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Exists, ExpressionWrapper, Field, OuterRef, QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.decorators import display

from upendo.catalogue.admin.drafts import DraftsMixin
from upendo.catalogue.admin.history import HistoryMixin
from upendo.catalogue.admin.picture_field import PictureFields
from upendo.catalogue.admin.told_form import ToldAdmin, ToldForm
from upendo.catalogue.models import Draft
from upendo.catalogue.models.jar import is_told

DRAFT, TOLD, UNUSED = "draft waiting", "readers see it", "not used yet"


class RelatedFieldsMixin:
    """Shows beside a field that names another record how to make a new one."""

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # a mixin
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.template_name = "desk/related_widget.html"
        return field


class DeskAdmin(RelatedFieldsMixin, ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    """The list and the form of something that is no content: no drafts, no history."""


class CatalogueAdmin(PictureFields, DraftsMixin, HistoryMixin, ToldAdmin, DeskAdmin):
    """The list and the form of one kind of content."""

    warn_unsaved_form = True
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        kind = ContentType.objects.get_for_model(self.model)
        drafts = Draft.objects.filter(content_type=kind, object_id=OuterRef("pk")).order_by()
        queryset: QuerySet[Any] = super().get_queryset(request)
        annotated: QuerySet[Any] = queryset.annotate(
            has_draft=Exists(drafts),
            told=ExpressionWrapper(is_told(self.model), output_field=BooleanField()),
        )
        return annotated

    @display(  # type: ignore[untyped-decorator]  # the theme ships no types
        description="status", label={DRAFT: "warning", TOLD: "success", UNUSED: "info"}
    )
    def standing(self, record: Any) -> str:
        """Whether readers see a record, and whether an edit of it waits."""
        if record.has_draft:
            return DRAFT
        return TOLD if record.told else UNUSED


class TabularPart(RelatedFieldsMixin, PictureFields, TabularInline):  # type: ignore[misc]  # the theme ships no types
    """Parts of a record, one in a row, on a tab of their own."""

    form = ToldForm
    extra = 0
    tab = True


class StackedPart(RelatedFieldsMixin, StackedInline):  # type: ignore[misc]  # the theme ships no types
    """Parts of a record with long texts, one below the other, on a tab of their own."""

    form = ToldForm
    extra = 0
    tab = True
