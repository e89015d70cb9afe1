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
    # The middleware leaves a policy alone that stands in the response already.
    nonce = get_nonce(request)
    response["Content-Security-Policy"] = _policy(style, script, str(nonce) if nonce else "")
    return response


@lru_cache(maxsize=64)  # one for each page's style; those with a nonce are pushed out again
def _policy(style: str, script: str, nonce: str) -> str:
    policy = settings.SECURE_CSP
    for directive, text in (("style-src", style), ("script-src", script)):
        if text:
            policy = policy | {directive: [*policy[directive], _hash(text)]}
    return build_policy(policy, nonce)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
