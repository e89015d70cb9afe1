"""The settings for what needs no database: checking types, collecting static files."""

import os

os.environ.setdefault("SECRET_KEY", "only-while-building-only-while-building-only-while")
os.environ.setdefault("ALLOWED_HOSTS", "localhost")
os.environ.setdefault("DATABASE_URL", "postgres://localhost/none")
os.environ.setdefault("MEDIA_ROOT", "media")

from upendo.settings import *  # noqa: F403 - settings on settings
