"""Styles and scripts that stand in a page: allowed by their hash, and no other."""

import base64
import hashlib
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import get_nonce
from django.utils.csp import build_policy


def with_inline(
    request: HttpRequest, response: HttpResponse, *, style: str, script: str = ""
) -> HttpResponse:
    """Return the response with a policy that allows this style and script in it, and no other."""
    if settings.VITE_SERVER:  # its policy allows any: a hash would narrow it
        return response
    policy = settings.SECURE_CSP
    for directive, text in (("style-src", style), ("script-src", script)):
        if text:
            policy = policy | {directive: [*policy[directive], _hash(text)]}
    # The middleware leaves a policy alone that stands in the response already.
    response["Content-Security-Policy"] = build_policy(policy, get_nonce(request))
    return response


@lru_cache(maxsize=64)  # one for each page's style, and the scripts
def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
