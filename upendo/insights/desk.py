"""What the desk shows of figures: menu items, and what changed or needs attention."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.desk.menu import menu_item, menu_page
from upendo.desk.start_page import Card, card
from upendo.insights import attention
from upendo.insights.desk_page import MAY_READ
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import DEFAULT, Span
from upendo.insights.figures.subject import Subject
from upendo.insights.models import ShopLink, UnknownCode
from upendo.staff.shops import only_shop

menu_page(
    "What is read",
    _("What is read"),
    icon="bar_chart",
    url=lambda: reverse("admin:what-is-read"),
    is_allowed=lambda request: request.user.has_perm(MAY_READ),
)
menu_item("What is read", UnknownCode, icon="travel_explore")
menu_item("What is read", ShopLink, icon="key")


@card(order=40)
def what_is_read(request: HttpRequest) -> Card | None:
    """How much was read lately, and what of it needs attention."""
    if not request.user.has_perm(MAY_READ):
        return None
    report = Report(Subject(shop=only_shop(request.user)), Span.ending_today(DEFAULT))
    lines = attention.needed(report, request.user)
    return Card(
        title=gettext("What is read"),
        icon="bar_chart",
        lines=[attention.changed(report), *lines],
        all_is_well="",
        count=len(lines),
    )
