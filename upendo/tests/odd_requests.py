"""Requests such as nobody means to send, to every address of the URL map, always the same ones.

`broken` sends them and returns what the application answered with an error of its own.
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

from django.core.signals import got_request_exception
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.tests.factories import LetterFactory
from upendo.tests.odd_values import (
    FIELDS,
    HEADERS,
    JSON_VALUES,
    METHODS,
    PARAMETERS,
    PART,
    RAW,
    TEXTS,
    TYPES,
    VALUES,
)


@dataclass(frozen=True)
class OddRequest:
    """One request; its address is quoted, its body as bytes."""

    method: str
    address: str
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = ""
    body: bytes = b""


def existing() -> list[str]:
    """Make a story and a letter; return what exists in addresses: codes, tokens, numbers."""
    jar, letter = JarFactory.create(code="PUREJOY"), LetterFactory.create()
    return [jar.code, letter.token, *map(str, (jar.pk, jar.batch.pk, jar.beekeeper.pk, letter.pk))]


def odd_requests(seed: int, known: Sequence[str] = ()) -> Iterator[OddRequest]:
    """Yield requests without end, the same ones for the same seed; every address has its turn.

    What exists is known: codes, or numbers of records, for addresses that lead somewhere.
    """
    chance = random.Random(seed)
    addresses = sorted(set(_templates(get_resolver())))
    while True:
        chance.shuffle(addresses)
        for template in addresses:
            yield _request(chance, template, VALUES + list(known) * 5)


def broken(client: Client, count: int, seed: int = 1, known: Sequence[str] = ()) -> list[str]:
    """Send so many requests; describe each that was answered with 500 or more.

    What a request writes into the database is taken back. The client must not raise exceptions.
    """
    problems: list[str] = []
    errors: list[BaseException] = []

    def remember(sender: object, request: object, **_: object) -> None:
        if error := sys.exc_info()[1]:
            errors.append(error)

    got_request_exception.connect(remember)
    session = client.cookies.output(header="")
    try:
        for request, _ in zip(odd_requests(seed, known), range(count), strict=False):
            client.cookies = SimpleCookie(session)
            errors.clear()
            status = _status(client, request)
            if status >= 500:
                why = "; ".join(f"{type(error).__name__}: {error}"[:300] for error in errors)
                problems.append(f"{status} {_short(request)} {why}")
    finally:
        got_request_exception.disconnect(remember)
    return problems


def _status(client: Client, request: OddRequest) -> int:
    with transaction.atomic():
        response = client.generic(
            request.method,
            request.address,
            request.body,
            request.content_type,
            headers=request.headers,
        )
        if response.streaming:
            b"".join(response)
        transaction.set_rollback(True)
    return response.status_code


def _short(request: OddRequest) -> str:
    headers = {name: value[:80] for name, value in request.headers.items()}
    return (
        f"{request.method} {request.address[:200]} {headers} "
        f"{request.content_type!r} {request.body[:120]!r}"
    )


def _templates(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Yield the addresses of a URL map, with \\0 in the place of each argument."""
    for entry in resolver.url_patterns:
        address = before + _template(entry)
        if isinstance(entry, URLResolver):
            yield from _templates(entry, address)
        else:
            yield address


def _template(entry: URLPattern | URLResolver) -> str:
    text = str(entry.pattern)
    if isinstance(entry.pattern, RegexPattern):
        text = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)", "\0", text)
        return re.sub(r"[\^$\\?]|\.\*", "", text)
    return re.sub(r"<[^>]+>", "\0", text)


def _request(chance: random.Random, template: str, values: Sequence[str]) -> OddRequest:
    address = re.sub("\0", lambda _: chance.choice(values), template)
    if chance.random() < 0.1:
        address += chance.choice(["/", "x", "%00", "//", "%2F", ";a=b", "%FF"])
    if chance.random() < 0.5:
        names = chance.choices(PARAMETERS, k=chance.randint(1, 3))
        address += "?" + "&".join(f"{name}={chance.choice(values)}" for name in names)
    names = chance.sample(sorted(HEADERS), chance.choice([0, 0, 1, 1, 2]))
    headers = {name: chance.choice(HEADERS[name]) for name in names}
    method = chance.choice(METHODS)
    if method in {"GET", "HEAD"} and chance.random() < 0.8:
        return OddRequest(method, address, headers)
    return OddRequest(method, address, headers, chance.choice(TYPES), _body(chance))


def _body(chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.25:
        return chance.choice(RAW)
    names = chance.sample(FIELDS, chance.randint(1, 5))
    if kind < 0.5:
        return json.dumps({name: chance.choice(JSON_VALUES) for name in names}).encode()
    texts = {name: chance.choice(TEXTS).encode(errors="surrogatepass") for name in names}
    if kind < 0.75:
        return b"&".join(name.encode() + b"=" + text for name, text in texts.items())
    return b"".join(PART % (name.encode(), text) for name, text in texts.items()) + b"--b--\r\n"
