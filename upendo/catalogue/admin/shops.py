"""The limit of what an account of a shop is shown, whichever address it asks."""

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from unfold.admin import ModelAdmin

from upendo.catalogue.shops import of_shop
from upendo.staff.shops import only_shop


class ShopsMixin(ModelAdmin):
    """Shows an account of a shop its own alone: in the list, the search, fields and forms."""

    def of_shop(self, shop: int) -> Q:
        """Return the condition that a record may be shown to a shop."""
        return of_shop(self.model, shop)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        queryset: QuerySet[Any] = super().get_queryset(request)
        shop = only_shop(request.user)
        return queryset if shop is None else queryset.filter(self.of_shop(shop))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the history of a record; that of a deleted one belongs to no shop."""
        if only_shop(request.user) is not None and self.get_object(request, object_id) is None:
            raise Http404
        return super().history_view(request, object_id, extra_context)


class TheirsFilter(admin.RelatedFieldListFilter):
    """Offers in a list's filter what the person may see of the other list."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> Any:  # the stubs know no choice by its number
        target: ForeignKey[Any, Any] = field
        theirs = model_admin.admin_site.get_model_admin(target.remote_field.model)
        return field.get_choices(
            include_blank=False,
            ordering=self.field_admin_ordering(field, request, model_admin),
            limit_choices_to={"pk__in": theirs.get_queryset(request).order_by().values("pk")},
        )
