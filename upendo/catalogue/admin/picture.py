from django.contrib import admin

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.previews import thumbnail
from upendo.catalogue.models import Picture


@admin.register(Picture)
class PictureAdmin(CatalogueAdmin):
    list_display = ["preview", "alt", "size", "updated_at"]
    list_display_links = ["preview", "alt"]
    search_fields = ["alt"]
    readonly_fields = ["preview", "size"]

    @admin.display(description="picture")
    def preview(self, picture: Picture) -> str:
        return thumbnail(picture if picture.pk else None)

    @admin.display(description="size")
    def size(self, picture: Picture) -> str:
        return f"{picture.width} x {picture.height} px" if picture.pk else "-"
