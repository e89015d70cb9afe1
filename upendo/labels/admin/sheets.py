from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from upendo.desk.admin import DeskAdmin
from upendo.labels.models import OwnSheet


@admin.register(OwnSheet)
class OwnSheetAdmin(DeskAdmin):
    list_display = ["title", "label_width", "label_height", "columns", "rows"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", ("page_width", "page_height")]}),
        (_("Labels"), {"fields": [("label_width", "label_height"), ("columns", "rows")]}),
        (_("Where they stand"), {"fields": [("left", "top"), ("gap_x", "gap_y")]}),
    ]
