"""Settings read from environment variables: present and well-formed, or a sentence that says how.

Every reader raises ImproperlyConfigured, whose message names the variable and what to set it to.
An address may hold a password, so neither the message nor what is printed with it shows any part.
"""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

FLAGS = {"on": True, "true": True, "yes": True, "1": True} | dict.fromkeys(
    ("off", "false", "no", "0"), False
)
# As Django compares them with what a browser sends: no scheme, no port.
_HOST = re.compile(r"\*|\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
_ORIGIN = re.compile(r"https?://(\*\.)?([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?", re.IGNORECASE)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_MAILBOX = re.compile(r"[^\s@,<>]+@[^\s@,<>]+")


def text(name: str, default: str | None = None) -> str:
    """Return the variable, or the default; without a default it must be set and not empty."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"Set {name}; .env.example says what it is for.")
    return default


def flag(name: str, *, default: bool) -> bool:
    """Return whether the variable says on or off."""
    value = text(name, "on" if default else "off").lower()
    if value not in FLAGS:
        raise ImproperlyConfigured(f"Set {name} to 'on' or 'off'; it is '{value}'.")
    return FLAGS[value]


def number(name: str, default: int, *, least: int, most: int) -> int:
    """Return the variable as a whole number between least and most."""
    value = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"Set {name} to a whole number from {least} to {most}; it is '{value}'."
        )
    return int(value)


def workers(name: str) -> int:
    """Return how many processes serve; gunicorn itself reads the variable too."""
    if name in os.environ and not os.environ[name].strip():
        raise ImproperlyConfigured(
            f"Set {name} to a whole number, such as 2, or remove it; it is empty."
        )
    return number(name, 2, least=1, most=32)


def names(name: str, default: str | None = None) -> list[str]:
    """Return a comma-separated variable as a list."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def hosts(name: str) -> list[str]:
    """Return the host names that this copy answers to; at least one."""
    found = names(name)
    if not found or not all(map(_HOST.fullmatch, found)):
        raise ImproperlyConfigured(
            f"Set {name} to host names, without https:// and without a port, separated by commas: "
            "honey.example,www.honey.example"
        )
    return found


def origins(name: str) -> list[str]:
    """Return the beginnings of addresses that a comma-separated variable lists, if any."""
    found = names(name, "")
    if not all(map(_ORIGIN.fullmatch, found)):
        raise ImproperlyConfigured(
            f"Set {name} to beginnings of addresses, like https://other.example, without a slash "
            "at the end, separated by commas."
        )
    return found


def origin(name: str) -> str:
    """Return one beginning of addresses, or nothing."""
    found = origins(name)
    if len(found) > 1:
        raise ImproperlyConfigured(f"Set {name} to one address, like http://127.0.0.1:5173.")
    return found[0] if found else ""


def mailbox(name: str, default: str) -> str:
    """Return one email address, with a name before it or without."""
    value = text(name, default)
    if not _is_mailbox(value):
        raise ImproperlyConfigured(
            f"Set {name} to an email address: Upendo Honey <letters@honey.example>"
        )
    return value


def mailboxes(name: str) -> list[str]:
    """Return the email addresses that a comma-separated variable lists, if any."""
    found = names(name, "")
    if not all(map(_is_mailbox, found)):
        raise ImproperlyConfigured(
            f"Set {name} to email addresses, separated by commas: a@honey.example,b@honey.example"
        )
    return found


def header(name: str) -> str:
    """Return the name of a header of requests, or nothing."""
    value = text(name, "")
    if value and not _HEADER.fullmatch(value):
        raise ImproperlyConfigured(f"Set {name} to the name of a header, such as CF-IPCountry.")
    return value


def language(name: str, default: str, catalogues: Path) -> str:
    """Return the variable as a language: the default, or one with a catalogue of words."""
    found = {path.parts[-3] for path in catalogues.glob("*/LC_MESSAGES/django.mo")}
    known = sorted({default, *(folder.replace("_", "-").lower() for folder in found)})
    value = text(name, default).lower()
    if value not in known:
        raise ImproperlyConfigured(f"Set {name} to one of {', '.join(known)}.")
    return value


def commit(*variables: str) -> str | None:
    """Return the commit that the first of these variables names, if any does."""
    for name in variables:
        if value := text(name, ""):
            if not re.fullmatch(r"[\w.-]{1,64}", value, re.ASCII):
                raise ImproperlyConfigured(f"Set {name} to a commit's hash.")
            return value
    return None


def secret_key(name: str) -> str:
    """Return a secret of at least 50 characters, as Django's deployment check wants it."""
    value = text(name)
    if len(value) < 50 or len(set(value)) < 5:
        raise ImproperlyConfigured(
            f"Set {name} to at least 50 random characters, for example the output of: "
            "python -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return value


def site_url(name: str, first_host: str, *, https: bool) -> str:
    """Return what this copy's addresses begin with; by default its first host name.

    A review app's hosts are a wildcard, like .herokuapp.com; its own name stands before it.
    """
    host = text("HEROKU_APP_NAME", "") + first_host if first_host.startswith(".") else first_host
    form = "https://honey.example"
    url = address(name, f"{'https' if https else 'http'}://{host}", form)
    value = url.geturl().rstrip("/")
    if not _ORIGIN.fullmatch(value) or re.search(r"//\.|\*", value):
        raise misspelt(name, form)
    return value


def contact(name: str, default: str) -> str:
    """Return how to reach people, as a URI: the https address, or mailto: and the email address."""
    value = text(name, default)
    if re.fullmatch(r"https://[^\s/]+\S*", value):
        return value
    address = parseaddr(value)[1]
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", address):
        return f"mailto:{address}"
    raise ImproperlyConfigured(
        f"Set {name} to an email address or an https:// address; it is '{value}'."
    )


def address(name: str, default: str | None, form: str) -> SplitResult:
    """Return the variable, or the default, as an address taken apart; form says how one looks.

    A password with a character that ends a part of it would be read as something else: as a port,
    or as the host, in silence.
    """
    try:
        url = urlsplit(text(name, default))
        port = url.port
    except ValueError:  # its words would show what stands there: perhaps the password
        raise misspelt(name, form) from None
    if port == 0 or url.fragment or "@" in url.path + url.query:
        raise misspelt(name, form)
    return url


def misspelt(name: str, form: str) -> ImproperlyConfigured:
    """Return the error that says how an address is written, to be raised."""
    return ImproperlyConfigured(
        f"Set {name} to {form}. In a user's name or a password, write %2F for /, %23 for #, "
        "%3F for ?, %40 for @, %3A for :, %5B for [ and %25 for %."
    )


def _is_mailbox(value: str) -> bool:
    return value.isprintable() and bool(_MAILBOX.fullmatch(parseaddr(value)[1]))
