"""A shorter way for what readers ask for: past all that only people with an account need."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve

type View = Callable[..., Any]


def for_readers(view: View) -> View:
    """Mark a view that is the same for everybody and asks for no session, on its way into urls."""
    view.for_readers = True  # type: ignore[attr-defined]  # a function takes any
    return view


class ReadersMiddleware:
    """Answers what is for readers here; what stands behind it in the settings is for others.

    It does for them what would follow: it checks the host, and says how long the answer is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Raises DisallowedHost for a host that is not ours."""
        match = _match(request)
        if match is None:
            return self.get_response(request)
        request.get_host()
        request.resolver_match = match
        view = partial(match.func, **match.kwargs)
        response = cast("HttpResponse", convert_exception_to_response(_written(view))(request))
        response.headers.setdefault("Content-Length", str(len(response.content)))
        return response


def _written(view: View) -> View:
    """Return the view with its answer written, which the API's framework does last."""

    def written(request: HttpRequest) -> Any:
        answer = view(request)
        return answer.render() if hasattr(answer, "render") else answer

    return written


def _match(request: HttpRequest) -> ResolverMatch | None:
    """Return the view for a reader, if it is one."""
    if request.method not in ("GET", "HEAD"):
        return None
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return match if getattr(match.func, "for_readers", False) else None
