from django.contrib import admin
from django.http import HttpRequest

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.previews import story_link, thumbnail
from upendo.catalogue.models import Jar, Retailer


@admin.register(Jar)
class JarAdmin(CatalogueAdmin):
    list_display = ["code", "status", "beekeeper", "batch", "retailer", "story", "updated_at"]
    list_filter = ["status", "retailer", "batch__honey"]
    list_select_related = ["beekeeper", "batch", "retailer"]
    search_fields = ["code", "beekeeper__name", "batch__lot", "retailer__name"]
    autocomplete_fields = ["batch", "beekeeper", "retailer"]
    readonly_fields = ["story"]

    @admin.display(description="story")
    def story(self, jar: Jar) -> str:
        printed = jar.pk and jar.status != Jar.Status.DRAFT
        return story_link(jar if printed else None)

    def get_readonly_fields(self, request: HttpRequest, obj: Jar | None = None) -> list[str]:
        printed = obj is not None and obj.status != Jar.Status.DRAFT
        return ["code", *self.readonly_fields] if printed else self.readonly_fields

    def has_delete_permission(self, request: HttpRequest, obj: Jar | None = None) -> bool:
        """Only drafts, one at a time: a bulk deletion could take printed codes with it."""
        draft = obj is not None and obj.status == Jar.Status.DRAFT
        return draft and bool(super().has_delete_permission(request, obj))


@admin.register(Retailer)
class RetailerAdmin(CatalogueAdmin):
    list_display = ["mark", "name", "market", "website", "updated_at"]
    list_display_links = ["mark", "name"]
    list_filter = ["market"]
    list_select_related = ["logo"]
    search_fields = ["name"]
    autocomplete_fields = ["logo"]

    @admin.display(description="logo")
    def mark(self, retailer: Retailer) -> str:
        return thumbnail(retailer.logo)
