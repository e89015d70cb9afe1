"""What settings say of the services that the application is attached to, each by one variable.

The database, the mailer, the storage of uploads and Sentry. Every reader raises
ImproperlyConfigured like those of environment.py; a secret in an address is never shown.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from upendo import environment


def database(name: str) -> dict[str, Any]:
    """Return Django's database for an address; a review app's looks into its own schema alone."""
    form = "postgres://user:password@host:5432/name"
    url = environment.address(name, None, form)
    if url.scheme not in {"postgres", "postgresql"} or not (url.hostname or url.path.strip("/")):
        raise environment.misspelt(name, form)
    parsed = dj_database_url.parse(
        environment.text(name), "upendo.web.postgres", conn_max_age=600, conn_health_checks=True
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
    number = environment.text("HEROKU_PR_NUMBER", "")
    if not number and not environment.flag("REVIEW_APP", default=False):
        return ""
    schema = f"review_{number}" if number else environment.text("DATABASE_SCHEMA", "")
    if not re.fullmatch(r"review_[a-z0-9_]{1,50}", schema):
        raise ImproperlyConfigured(
            "This is a review app without a number. Set DATABASE_SCHEMA to review_NAME, "
            f"in lower-case letters and digits, for a schema of its own; it is '{schema}'."
        )
    return schema


def mailer(name: str, default: str) -> dict[str, Any]:
    """Return Django's mailer for an address.

    ``console:`` prints letters, ``file:///folder`` writes each to a file,
    ``smtp://user:password@host:587?tls=on`` and ``smtps://…`` send them.
    """
    form = "console:, file:///folder or smtp://user:password@host:587?tls=on"
    url = environment.address(name, default, form)
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
    raise environment.misspelt(name, form)


def _smtp(name: str, url: SplitResult) -> dict[str, Any]:
    said = parse_qsl(url.query, keep_blank_values=True)
    if any(option != "tls" or value.lower() not in environment.FLAGS for option, value in said):
        # What it is may be part of a password with a question mark: it is not shown.
        raise ImproperlyConfigured(
            f"Set {name} without the option that nobody knows here, and was left unheeded. The "
            "only one is tls=on, for STARTTLS; for TLS from the first byte write smtps:// instead."
        )
    starttls = any(environment.FLAGS[value.lower()] for _, value in said)
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
    bucket = environment.text("S3_BUCKET", "")
    if not bucket:
        return {
            "BACKEND": "upendo.web.storage.disk.Disk",
            "OPTIONS": {"location": _folder("MEDIA_ROOT")},
        }
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", bucket):
        raise ImproperlyConfigured("Set S3_BUCKET to a bucket's name: letters, digits and dashes.")
    return {
        "BACKEND": "upendo.web.storage.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": _endpoint("S3_ENDPOINT_URL"),
            "region_name": _region("S3_REGION"),
            "access_key": environment.text("S3_ACCESS_KEY_ID"),
            "secret_key": environment.text("S3_SECRET_ACCESS_KEY"),
            "default_acl": None,
            "file_overwrite": True,
        },
    }


def sentry_dsn(name: str) -> str:
    """Return where errors are reported to, or nothing. The key in it is not shown."""
    value = environment.text(name, "")
    if value and not re.fullmatch(r"https?://[^\s/@]+@[^\s/@]+(/[^\s/]+)*/\d+", value):
        raise ImproperlyConfigured(
            f"Set {name} to the DSN of a Sentry project, like https://key@sentry.example/1."
        )
    return value


def _folder(name: str) -> str:
    for key in ("S3_ENDPOINT_URL", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"):
        if environment.text(key, ""):
            raise ImproperlyConfigured(
                f"Set S3_BUCKET to a bucket's name, or remove {key}: without a bucket, uploads "
                f"would go to {name}."
            )
    folder = Path(environment.text(name))
    if folder.exists() and not folder.is_dir():
        raise ImproperlyConfigured(f"Set {name} to a folder for uploads; what it names is a file.")
    return str(folder)


def _endpoint(name: str) -> str | None:
    if not environment.text(name, ""):
        return None
    form = "https://s3.example"
    url = environment.address(name, None, form)
    if url.scheme not in {"http", "https"} or not url.hostname or url.query or url.username:
        raise environment.misspelt(name, form)
    return url.geturl()


def _region(name: str) -> str | None:
    region = environment.text(name, "")
    if region and not re.fullmatch(r"[a-z0-9-]{1,40}", region):
        raise ImproperlyConfigured(f"Set {name} to a region's name, like eu-central-1.")
    return region or None
