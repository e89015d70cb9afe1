from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.previews import story_link, thumbnail
from upendo.catalogue.models import Beekeeper


@admin.register(Beekeeper)
class BeekeeperAdmin(CatalogueAdmin):
    list_display = ["face", "name", "village", "since", "story", "updated_at"]
    list_display_links = ["face", "name"]
    list_filter = ["village"]
    search_fields = ["name", "village", "bio", "letter_text", "letter_translation"]
    autocomplete_fields = ["portrait", "letter_photo"]
    readonly_fields = ["story"]
    fieldsets = [
        (None, {"fields": ["name", "village", "since", "portrait", "bio", "notice", "story"]}),
        (
            "Letter",
            {
                "fields": [
                    "letter_photo",
                    "letter_language",
                    "letter_text",
                    "letter_translation",
                    "letter_translator",
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Beekeeper]:
        queryset: QuerySet[Beekeeper] = super().get_queryset(request)
        return queryset.select_related("portrait").prefetch_related("jars")

    @admin.display(description="portrait")
    def face(self, beekeeper: Beekeeper) -> str:
        return thumbnail(beekeeper.portrait)

    @admin.display(description="story")
    def story(self, beekeeper: Beekeeper) -> str:
        return story_link(beekeeper.first_printed_jar() if beekeeper.pk else None)
