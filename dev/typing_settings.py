"""The settings as the type checker loads them: complete, and without a database."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-type-checking-only-for-type-checking-only")
os.environ.setdefault("ALLOWED_HOSTS", "localhost")
os.environ.setdefault("DATABASE_URL", "postgres://localhost/none")
os.environ.setdefault("MEDIA_ROOT", "media")

from upendo.settings import *  # noqa: F403
