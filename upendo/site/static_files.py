"""Static files with their content's hash in the name, compressed, and kept by browsers for ever."""

import re
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Vite's own names, assets/main-Bx3_k9Qz.js, and Django's, admin/css/base.0123456789ab.css
HASHED = re.compile(r"/assets/.+-[\w-]{8}\.\w+$|\.[0-9a-f]{12}\.\w+$")


class HashedFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types
    """Django's storage, which leaves alone what Vite has named: its modules import each other."""

    def file_hash(self, name: str | None, content: Any = None) -> str | None:
        if name and name.startswith("assets/"):
            return None
        hashed: str | None = super().file_hash(name, content)
        return hashed


def is_immutable(path: str, url: str) -> bool:
    """Whether the file at this address can never change."""
    return HASHED.search(url) is not None
