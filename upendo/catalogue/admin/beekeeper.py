from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.consents.consent import ask_to_withdraw, consent_in_words
from upendo.catalogue.admin.library.thumbnails import story_link, thumbnail
from upendo.catalogue.models import Beekeeper, Consent, Jar
from upendo.catalogue.shops import seen_by
from upendo.editing.admin.copies import CopiesMixin

TRANSLATION = ["letter_translation", "letter_translator"]


def _may_change(request: HttpRequest) -> bool:
    return request.user.has_perm("catalogue.change_beekeeper")


@admin.register(Beekeeper)
class BeekeeperAdmin(CopiesMixin, CatalogueAdmin):
    stays_behind = _("consents, codes and letters from readers")
    list_display = ["face", "name", "village", "consent", "standing", "story", "updated_at"]
    list_display_links = ["face", "name"]
    list_filter = ["village"]
    search_fields = ["name", "village", "bio", "letter_text", "letter_translation"]
    autocomplete_fields = ["portrait", "letter_photo", "letter_recording"]
    readonly_fields = ["consents", "story"]
    actions = ["withdraw_consent"]
    fieldsets: ClassVar[list[Any]] = [
        (None, {"fields": ["name", "village", "since", "portrait", "bio", "notice"]}),
        (
            _("Letter"),
            {
                "fields": [
                    "letter_photo",
                    "letter_language",
                    "letter_text",
                    "letter_translation",
                    "letter_translator",
                    "letter_recording",
                ]
            },
        ),
        (_("What readers see"), {"fields": ["consents", "story"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Beekeeper | None = None) -> bool:
        """Translators may open the form too; get_readonly_fields says what they may write."""
        return _may_change(request) or request.user.has_perm("catalogue.translate_beekeeper")

    def has_consent_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("catalogue.change_consent")

    def get_readonly_fields(self, request: HttpRequest, obj: Beekeeper | None = None) -> list[str]:
        if obj is None or _may_change(request):
            return self.readonly_fields
        return [name for name in flatten_fieldsets(self.fieldsets) if name not in TRANSLATION]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Beekeeper]:
        queryset: QuerySet[Beekeeper] = super().get_queryset(request)
        # In the order of the index `jar_stories`, which has the first one at once.
        jars = seen_by(Jar.objects.printed(), request.user)
        printed = jars.filter(beekeeper=OuterRef("pk"))
        printed = printed.order_by("status", "batch_id")
        return (
            queryset.select_related("portrait")
            .prefetch_related("consents")
            .annotate(printed_code=Subquery(printed.values("code")[:1]))
        )

    @admin.display(description=_("portrait"))
    def face(self, beekeeper: Beekeeper) -> str:
        return thumbnail(beekeeper.portrait)

    @admin.display(description=_("agrees to show"))
    def consent(self, beekeeper: Beekeeper) -> str:
        return consent_in_words(beekeeper)

    @admin.display(description=_("agrees to show"))
    def consents(self, beekeeper: Beekeeper) -> str:
        """Link to the consents. They have a page of their own: they take effect without a draft."""
        if not beekeeper.pk:
            return gettext("Written down once the beekeeper is saved.")
        address = reverse("admin:catalogue_consent_of_person", args=[beekeeper.pk])
        return format_html(
            gettext('{}. <a href="{}" class="underline">Consents</a>'),
            capfirst(consent_in_words(beekeeper)),
            address,
        )

    @admin.action(
        description=_("Take back all consents: show the group's story from now on"),
        permissions=["consent"],
    )
    def withdraw_consent(
        self, request: HttpRequest, queryset: QuerySet[Beekeeper]
    ) -> HttpResponse | None:
        """Take back all consents of these beekeepers; their jars then show the group's story."""
        chosen = queryset.values_list("pk", flat=True)
        return ask_to_withdraw(self, request, Consent.objects.filter(beekeeper__in=list(chosen)))

    @admin.display(description=_("story"))
    def story(self, beekeeper: Beekeeper) -> str:
        # A form for a new beekeeper has no such column.
        return story_link(getattr(beekeeper, "printed_code", None))
