"""The settings of a developer's machine, for whatever the environment leaves unset."""

import os
import secrets

from dev.postgres import LOCAL, Cluster, for_tests


def use_local_environment(*, tests: bool = False) -> None:
    """Fill in the environment so that ``upendo.settings`` starts with nothing configured.

    A ``DATABASE_URL`` that is set is respected, and no PostgreSQL is started then.
    """
    LOCAL.mkdir(exist_ok=True)
    os.environ.setdefault("SECRET_KEY", _secret_key())
    os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver")
    os.environ.setdefault("HTTPS", "off")
    os.environ.setdefault("SUPERUSER_TWO_FACTOR", "off")
    os.environ.setdefault("MEDIA_ROOT", str(LOCAL / "media"))
    os.environ.setdefault("EMAIL_URL", f"file://{LOCAL / 'mail'}")
    if "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = (for_tests() if tests else Cluster()).start()


def _secret_key() -> str:
    file = LOCAL / "secret-key"
    if not file.exists() or not file.read_text():
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()
