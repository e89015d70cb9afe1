"""Static files with their content's hash in the name, compressed, and kept by browsers for ever."""

from typing import Any

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    """Django's app of static files, without what belongs to pages of others that we do not show."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "redoc", "rest_framework"]


class HashedFilesStorage(CompressedManifestStaticFilesStorage):
    """Django's storage, which leaves alone what Vite has named: its modules import each other."""

    def file_hash(self, name: str | None, content: Any = None) -> str | None:
        if name and name.startswith("assets/"):
            return None
        hashed: str | None = super().file_hash(name, content)  # type: ignore[arg-type]  # None too
        return hashed
