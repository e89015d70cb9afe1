"""Uploads on a disk, where a full one leaves no half-written file."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class Disk(FileSystemStorage):
    """Django's folder of files; each is there whole or not at all.

    Saving under a name that is taken replaces that file, as it does in a bucket.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_overwrite=True)

    def _save(self, name: str, content: "File[bytes]") -> str:
        """Write beside the place, check, then rename. Raises OSError."""
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with temporary.open("xb") as file:
                written = sum(file.write(chunk) for chunk in content.chunks())
                file.flush()
                os.fsync(file.fileno())
            if written == 0 or temporary.stat().st_size != written:
                raise OSError(f"{name} was not written whole.")
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return name
