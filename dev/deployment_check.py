"""Runs Django's deployment check under production's settings; any warning fails."""

import os
import secrets
import subprocess
import sys


def main() -> int:
    """Return the check's exit code."""
    production = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "honey.example",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "MEDIA_ROOT": "/nonexistent",
        "EMAIL_URL": "smtps://mail.example",
        "TRUSTED_PROXIES": "1",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(command, env=production, check=False).returncode  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main())
