from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.consent import ConsentInline, consent_in_words, withdraw
from upendo.catalogue.admin.previews import story_link, thumbnail
from upendo.catalogue.models import Beekeeper, Consent


@admin.register(Beekeeper)
class BeekeeperAdmin(CatalogueAdmin):
    list_display = ["face", "name", "village", "since", "consent", "story", "updated_at"]
    list_display_links = ["face", "name"]
    list_filter = ["village"]
    search_fields = ["name", "village", "bio", "letter_text", "letter_translation"]
    autocomplete_fields = ["portrait", "letter_photo"]
    readonly_fields = ["story"]
    inlines = [ConsentInline]
    actions = ["withdraw_consent"]
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
        return queryset.select_related("portrait").prefetch_related("jars", "consents")

    @admin.display(description="portrait")
    def face(self, beekeeper: Beekeeper) -> str:
        return thumbnail(beekeeper.portrait)

    @admin.display(description="agrees to show")
    def consent(self, beekeeper: Beekeeper) -> str:
        return consent_in_words(beekeeper)

    @admin.action(
        description="Take back all consents: show the group's story from now on",
        permissions=["change"],
    )
    def withdraw_consent(self, request: HttpRequest, queryset: QuerySet[Beekeeper]) -> None:
        """Show nothing of these beekeepers on any jar any more."""
        for consent in withdraw(Consent.objects.filter(beekeeper__in=queryset)):
            self.log_change(request, consent.beekeeper, f"Consent withdrawn: {consent}.")
        self.message_user(request, "Their jars show the group's story from now on.")

    @admin.display(description="story")
    def story(self, beekeeper: Beekeeper) -> str:
        return story_link(beekeeper.first_printed_jar() if beekeeper.pk else None)
