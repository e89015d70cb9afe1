"""Settings read from environment variables: present and well-formed, or a sentence that says how.

Every reader raises ImproperlyConfigured, whose message names the variable and what to set it to.
"""

import os
import re
from email.utils import parseaddr
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


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
    if value in {"on", "true", "yes", "1"}:
        return True
    if value in {"off", "false", "no", "0"}:
        return False
    raise ImproperlyConfigured(f"Set {name} to 'on' or 'off'; it is '{value}'.")


def number(name: str, default: int, *, least: int, most: int) -> int:
    """Return the variable as a whole number between least and most."""
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"Set {name} to a whole number from {least} to {most}; it is '{value}'."
        )
    return int(value)


def names(name: str, default: str | None = None) -> list[str]:
    """Return a comma-separated variable as a list."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


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
    try:
        parsed = dj_database_url.parse(
            text(name), "upendo.web.postgres", conn_max_age=600, conn_health_checks=True
        )
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            f"Set {name} to an address like postgres://user:password@host:5432/name."
        ) from error
    settings: dict[str, Any] = dict(parsed)
    given = settings.get("OPTIONS", {})
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
    value = text(name, f"{'https' if https else 'http'}://{host}").rstrip("/")
    url = urlsplit(value)
    if url.scheme not in {"http", "https"} or not url.hostname or url.path:
        raise ImproperlyConfigured(
            f"Set {name} to an address like https://honey.example; it is '{value}'."
        )
    return value


def mailer(name: str, default: str) -> dict[str, Any]:
    """Return Django's mailer for an address.

    ``console:`` prints letters, ``file:///folder`` writes each to a file,
    ``smtp://user:password@host:587?tls=on`` and ``smtps://…`` send them.
    """
    url = urlsplit(text(name, default))
    backend = "django.core.mail.backends"
    if url.scheme == "console":
        return {"BACKEND": f"{backend}.console.EmailBackend"}
    if url.scheme == "file" and url.path:
        return {
            "BACKEND": f"{backend}.filebased.EmailBackend",
            "OPTIONS": {"file_path": url.path},
        }
    if url.scheme in {"smtp", "smtps"} and url.hostname:
        options: dict[str, Any] = {
            "host": url.hostname,
            "port": url.port or (465 if url.scheme == "smtps" else 25),
            "username": unquote(url.username or ""),
            "password": unquote(url.password or ""),
            "use_ssl": url.scheme == "smtps",
            "use_tls": parse_qs(url.query).get("tls") == ["on"],
            "timeout": 10,
        }
        return {"BACKEND": f"{backend}.smtp.EmailBackend", "OPTIONS": options}
    raise ImproperlyConfigured(
        f"Set {name} to console:, file:///folder or smtp://user:password@host:587?tls=on."
    )


def media_storage() -> dict[str, Any]:
    """Return Django's storage for uploads: an S3 bucket if one is named, else a local folder."""
    bucket = text("S3_BUCKET", "")
    if not bucket:
        return {
            "BACKEND": "upendo.web.disk.Disk",
            "OPTIONS": {"location": text("MEDIA_ROOT")},
        }
    return {
        "BACKEND": "upendo.web.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": text("S3_ENDPOINT_URL", "") or None,
            "region_name": text("S3_REGION", "") or None,
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
