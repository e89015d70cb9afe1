from django.contrib import admin
from unfold.admin import ModelAdmin

from upendo.inbox.models import Phrase


@admin.register(Phrase)
class PhraseAdmin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    list_display = ["title", "text"]
    search_fields = ["title", "text"]
