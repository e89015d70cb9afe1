"""Settings read from environment variables: present and well-formed, or a sentence that says how.

Every reader raises ImproperlyConfigured, whose message names the variable and what to set it to.
An address may hold a password, so neither the message nor what is printed with it shows any part.
"""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_FLAGS = {"on": True, "true": True, "yes": True, "1": True} | dict.fromkeys(
    ("off", "false", "no", "0"), False
)
# As Django compares them with what a browser sends: no scheme, no port.
_HOST = re.compile(r"\*|\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]", re.IGNORECASE)
_ORIGIN = re.compile(r"https?://(\*\.)?([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?", re.IGNORECASE)
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
    if value not in _FLAGS:
        raise ImproperlyConfigured(f"Set {name} to 'on' or 'off'; it is '{value}'.")
    return _FLAGS[value]


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


def database(name: str) -> dict[str, Any]:
    """Return Django's database for an address; a review app's looks into its own schema alone."""
    form = "postgres://user:password@host:5432/name"
    url = _address(name, None, form)
    if url.scheme not in {"postgres", "postgresql"} or not (url.hostname or url.path.strip("/")):
        raise _misspelt(name, form)
    parsed = dj_database_url.parse(
        text(name), "upendo.web.postgres", conn_max_age=600, conn_health_checks=True
    )
    settings: dict[str, Any] = dict(parsed)
    given = settings.setdefault("OPTIONS", {})
    # A machine that has gone is noticed soon, by us and, when we have given up, by PostgreSQL.
    server = [given.get("options", ""), "-c client_connection_check_interval=2s"]
    if schema := review_schema():
        # It shares staging's database and must never see its tables.
        server.append(f"-c search_path={schema}")
    settings["OPTIONS"] = given | {
        "options": " ".join(server).strip(),
        "tcp_user_timeout": 10_000,  # milliseconds
        "keepalives_idle": 30,  # seconds
        "keepalives_interval": 5,
        "keepalives_count": 3,
    }
    return settings


def review_schema() -> str:
    """Return the PostgreSQL schema of a review app, or nothing for any other copy.

    ``HEROKU_PR_NUMBER`` names it; a review app made by hand has ``REVIEW_APP`` alone and must
    name its own in ``DATABASE_SCHEMA``, or it would look into staging's.
    """
    number = text("HEROKU_PR_NUMBER", "")
    if not number and not flag("REVIEW_APP", default=False):
        return ""
    schema = f"review_{number}" if number else text("DATABASE_SCHEMA", "")
    if not re.fullmatch(r"review_[a-z0-9_]{1,50}", schema):
        raise ImproperlyConfigured(
            "This is a review app without a number. Set DATABASE_SCHEMA to review_NAME, "
            f"in lower-case letters and digits, for a schema of its own; it is '{schema}'."
        )
    return schema


def site_url(name: str, first_host: str, *, https: bool) -> str:
    """Return what this copy's addresses begin with; by default its first host name.

    A review app's hosts are a wildcard, like .herokuapp.com; its own name stands before it.
    """
    host = text("HEROKU_APP_NAME", "") + first_host if first_host.startswith(".") else first_host
    form = "https://honey.example"
    url = _address(name, f"{'https' if https else 'http'}://{host}", form)
    value = url.geturl().rstrip("/")
    if not _ORIGIN.fullmatch(value) or re.search(r"//\.|\*", value):
        raise _misspelt(name, form)
    return value


def mailer(name: str, default: str) -> dict[str, Any]:
    """Return Django's mailer for an address.

    ``console:`` prints letters, ``file:///folder`` writes each to a file,
    ``smtp://user:password@host:587?tls=on`` and ``smtps://…`` send them.
    """
    form = "console:, file:///folder or smtp://user:password@host:587?tls=on"
    url = _address(name, default, form)
    backend = "django.core.mail.backends"
    if url.scheme in {"smtp", "smtps"} and url.hostname and url.path in {"", "/"}:
        return {"BACKEND": f"{backend}.smtp.EmailBackend", "OPTIONS": _smtp(name, url)}
    if url.scheme == "file" and url.path and not url.netloc and not url.query:
        return {
            "BACKEND": f"{backend}.filebased.EmailBackend",
            "OPTIONS": {"file_path": url.path},
        }
    if url.geturl() == "console:":
        return {"BACKEND": f"{backend}.console.EmailBackend"}
    raise _misspelt(name, form)


def _smtp(name: str, url: SplitResult) -> dict[str, Any]:
    said = parse_qsl(url.query, keep_blank_values=True)
    if any(option != "tls" or value.lower() not in _FLAGS for option, value in said):
        # What it is may be part of a password with a question mark: it is not shown.
        raise ImproperlyConfigured(
            f"Set {name} without the option that nobody knows here, and was left unheeded. The "
            "only one is tls=on, for STARTTLS; for TLS from the first byte write smtps:// instead."
        )
    starttls = any(_FLAGS[value.lower()] for _, value in said)
    if len(said) > 1 or (starttls and url.scheme == "smtps"):
        raise ImproperlyConfigured(
            f"Set {name} to either smtps:// or smtp:// with tls=on, which is said once; not both."
        )
    if bool(url.username) != bool(url.password):
        raise ImproperlyConfigured(f"Set {name} with a user and a password, or with neither.")
    return {
        "host": url.hostname,
        "port": url.port or (465 if url.scheme == "smtps" else 25),
        "username": unquote(url.username or ""),
        "password": unquote(url.password or ""),
        "use_ssl": url.scheme == "smtps",
        "use_tls": starttls,
        "timeout": 10,
    }


def media_storage() -> dict[str, Any]:
    """Return Django's storage for uploads: an S3 bucket if one is named, else a local folder."""
    bucket = text("S3_BUCKET", "")
    if not bucket:
        return {
            "BACKEND": "upendo.web.disk.Disk",
            "OPTIONS": {"location": _folder("MEDIA_ROOT")},
        }
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", bucket):
        raise ImproperlyConfigured("Set S3_BUCKET to a bucket's name: letters, digits and dashes.")
    return {
        "BACKEND": "upendo.web.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": _endpoint("S3_ENDPOINT_URL"),
            "region_name": _region("S3_REGION"),
            "access_key": text("S3_ACCESS_KEY_ID"),
            "secret_key": text("S3_SECRET_ACCESS_KEY"),
            "default_acl": None,
            "file_overwrite": True,
        },
    }


def sentry_dsn(name: str) -> str:
    """Return where errors are reported to, or nothing. The key in it is not shown."""
    value = text(name, "")
    if value and not re.fullmatch(r"https?://[^\s/@]+@[^\s/@]+(/[^\s/]+)*/\d+", value):
        raise ImproperlyConfigured(
            f"Set {name} to the DSN of a Sentry project, like https://key@sentry.example/1."
        )
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


def _folder(name: str) -> str:
    for key in ("S3_ENDPOINT_URL", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"):
        if text(key, ""):
            raise ImproperlyConfigured(
                f"Set S3_BUCKET to a bucket's name, or remove {key}: without a bucket, uploads "
                f"would go to {name}."
            )
    folder = Path(text(name))
    if folder.exists() and not folder.is_dir():
        raise ImproperlyConfigured(f"Set {name} to a folder for uploads; what it names is a file.")
    return str(folder)


def _endpoint(name: str) -> str | None:
    if not text(name, ""):
        return None
    form = "https://s3.example"
    url = _address(name, None, form)
    if url.scheme not in {"http", "https"} or not url.hostname or url.query or url.username:
        raise _misspelt(name, form)
    return url.geturl()


def _region(name: str) -> str | None:
    region = text(name, "")
    if region and not re.fullmatch(r"[a-z0-9-]{1,40}", region):
        raise ImproperlyConfigured(f"Set {name} to a region's name, like eu-central-1.")
    return region or None


def _address(name: str, default: str | None, form: str) -> SplitResult:
    """Return an address taken apart.

    A password with a character that ends a part of it would be read as something else: as a port,
    or as the host, in silence.
    """
    try:
        url = urlsplit(text(name, default))
        port = url.port
    except ValueError:  # its words would show what stands there: perhaps the password
        raise _misspelt(name, form) from None
    if port == 0 or url.fragment or "@" in url.path + url.query:
        raise _misspelt(name, form)
    return url


def _misspelt(name: str, form: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"Set {name} to {form}. In a user's name or a password, write %2F for /, %23 for #, "
        "%3F for ?, %40 for @, %3A for :, %5B for [ and %25 for %."
    )


def _is_mailbox(value: str) -> bool:
    return value.isprintable() and bool(_MAILBOX.fullmatch(parseaddr(value)[1]))
