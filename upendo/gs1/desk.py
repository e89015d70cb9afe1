"""The desk's menu item for article numbers."""

from django.utils.translation import gettext_lazy as _

from upendo.desk.finding import words_in
from upendo.desk.menu import menu_item
from upendo.gs1.models import Article

menu_item(
    "Codes",
    Article,
    icon="barcode",
    title=_("Article numbers"),
    found_by=words_in("gtin", "honey__name"),
)
