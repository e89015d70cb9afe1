"""A shorter way for what readers ask for: past all that only people with an account need."""

from collections.abc import Callable
from typing import Any, cast

from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve

type View = Callable[..., Any]


def for_readers(view: View, methods: tuple[str, ...] = ("GET", "HEAD")) -> View:
    """Mark a view that is the same for everybody and asks for no session, on its way into urls.

    What it changes by another method may be what another site has a browser do: it is not asked
    for the token against that.
    """
    view.for_readers = methods  # type: ignore[attr-defined]  # a function takes any
    return view


class ReadersMiddleware:
    """Answers what is for readers here; what stands behind it in the settings is for others.

    It does for them what would follow: it checks the host, and says how long the answer is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._answer = convert_exception_to_response(_answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Raises DisallowedHost for a host that is not ours."""
        request.resolver_match = _match(request)
        if request.resolver_match is None:
            return self.get_response(request)
        request.get_host()
        response = cast("HttpResponse", self._answer(request))
        if "Content-Length" not in response.headers:
            response.headers["Content-Length"] = str(len(response.content))
        return response


def _answer(request: HttpRequest) -> Any:
    """Return the view's answer, written, which the API's framework does last."""
    match = cast("ResolverMatch", request.resolver_match)
    answer = match.func(request, **match.kwargs)
    return answer.render() if hasattr(answer, "render") else answer


def _match(request: HttpRequest) -> ResolverMatch | None:
    """Return the view for a reader, if it is one."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return match if request.method in getattr(match.func, "for_readers", ()) else None
