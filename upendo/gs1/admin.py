from django.contrib import admin

from upendo.desk.admin import DeskAdmin
from upendo.gs1.models import Article


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    list_display = ["gtin", "honey", "net_weight_grams", "retailer"]
    list_filter = ["honey", "retailer"]
    list_select_related = ["honey", "retailer"]
    search_fields = ["gtin", "honey__name", "retailer__name"]
    autocomplete_fields = ["honey", "retailer"]
    fields = ["gtin", "honey", "net_weight_grams", "retailer"]
