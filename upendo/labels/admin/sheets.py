from django.contrib import admin

from upendo.desk.admin import DeskAdmin
from upendo.labels.models import OwnSheet


@admin.register(OwnSheet)
class OwnSheetAdmin(DeskAdmin):
    list_display = ["title", "label_width", "label_height", "columns", "rows"]
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", ("page_width", "page_height")]}),
        ("Labels", {"fields": [("label_width", "label_height"), ("columns", "rows")]}),
        ("Where they stand", {"fields": [("left", "top"), ("gap_x", "gap_y")]}),
    ]
