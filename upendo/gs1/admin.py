from django.contrib import admin
from django.db.models import Q

from upendo.catalogue.admin.shops import ShopsMixin, TheirsFilter
from upendo.catalogue.models import Honey
from upendo.catalogue.shops import of_shop
from upendo.desk.admin import DeskAdmin
from upendo.gs1.models import Article


@admin.register(Article)
class ArticleAdmin(ShopsMixin, DeskAdmin):
    list_display = ["gtin", "honey", "net_weight_grams", "retailer"]
    list_filter = [("honey", TheirsFilter), ("retailer", TheirsFilter)]
    list_select_related = ["honey", "retailer"]
    search_fields = ["gtin", "honey__name", "retailer__name"]
    autocomplete_fields = ["honey", "retailer"]
    fields = ["gtin", "honey", "net_weight_grams", "retailer"]

    def of_shop(self, shop: int) -> Q:
        honeys = Honey.objects.filter(of_shop(Honey, shop))
        return Q(retailer=shop) | Q(retailer=None, honey__in=honeys)
