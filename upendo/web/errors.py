"""Pages for what went wrong. They need neither the database nor the frontend."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from upendo.web import request_id


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such address."""
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": "There is nothing at this address."}, status=404)
    return render(request, "web/not_found.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    if request.path.startswith("/api/"):
        return JsonResponse(
            {
                "detail": "Something broke on our side. Please try again in a minute.",
                "request": request_id.current(),
            },
            status=500,
        )
    context = {"request_id": request_id.current()}
    return render(request, "web/server_error.html", context, status=500)
