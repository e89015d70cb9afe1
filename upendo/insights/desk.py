"""The desk's menu items for what is read, and unknown codes."""

from django.urls import reverse

from upendo.desk.menu import menu_item, menu_page
from upendo.insights.desk_page import MAY_READ
from upendo.insights.models import ShopLink, UnknownCode

menu_page(
    "What is read",
    "What is read",
    icon="bar_chart",
    url=lambda: reverse("admin:what-is-read"),
    is_allowed=lambda request: request.user.has_perm(MAY_READ),
)
menu_item("What is read", UnknownCode, icon="travel_explore")
menu_item("What is read", ShopLink, icon="key")
