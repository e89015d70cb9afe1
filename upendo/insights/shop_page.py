"""A shop's figures by a private link, for shops without an account.

Whoever has the link sees that shop's figures and nothing else.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upendo.insights.figures.asking import asked, asked_table
from upendo.insights.models import ShopLink


@require_safe
def shop_figures(request: HttpRequest, token: str) -> HttpResponse:
    """Show what of the shop's jars is read, as long as the link is good."""
    link = ShopLink.objects.of_token(token)
    if link is None:
        return _gone(request)
    context = asked(request.GET, link.shop.pk).context()
    return render(request, "insights/shop.html", context | {"link": link})


@require_safe
def shop_table(request: HttpRequest, token: str) -> HttpResponseBase:
    """Send the same as a table to download."""
    link = ShopLink.objects.of_token(token)
    return asked_table(request.GET, link.shop.pk) if link else _gone(request)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "insights/link_gone.html", status=404)
