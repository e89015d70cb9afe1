"""Uploads on a disk, where a full one leaves no half-written file."""

import os
import tempfile
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
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with open(handle, "wb") as file:
                written = sum(file.write(chunk) for chunk in content.chunks())
                file.flush()
                os.fsync(handle)
                if written == 0 or os.fstat(handle).st_size != written:
                    raise OSError(f"{name} was not written whole.")
            os.chmod(temporary, self.file_permissions_mode or 0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return name
