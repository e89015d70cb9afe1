from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.library.thumbnails import thumbnail
from upendo.catalogue.models import Retailer


@admin.register(Retailer)
class RetailerAdmin(CatalogueAdmin):
    list_display = ["mark", "name", "market", "standing"]
    list_display_links = ["mark", "name"]
    list_filter = ["market"]
    list_select_related = ["logo"]
    search_fields = ["name"]
    autocomplete_fields = ["logo"]

    @admin.display(description=_("logo"))
    def mark(self, retailer: Retailer) -> str:
        return thumbnail(retailer.logo)
