from django.contrib import admin
from unfold.admin import ModelAdmin

from upendo.inbox.models import Phrase


@admin.register(Phrase)
class PhraseAdmin(ModelAdmin):
    list_display = ["title", "text"]
    search_fields = ["title", "text"]
