"""The application's addresses, and one more that answers with constant bytes."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from upendo.urls import urlpatterns as application


def bare(request: HttpRequest) -> HttpResponse:
    """Do nothing that a story would need."""
    return HttpResponse(b"honey", content_type="text/plain")


urlpatterns = [path("bare", bare), *application]
