"""From an uploaded KML or KMZ file to its text, whatever it says of its own encoding."""

import codecs
import re
import zipfile
import zlib
from typing import IO

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.maps.kml.errors import BoundaryError

MOST_BYTES = 5 * 1024 * 1024  # of a file, and of the map in an archive once it is unpacked
TOO_LARGE = _("This file is larger than 5 MB. Save only the forest's outline.")
ARCHIVE = b"PK"
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may ask for any amount of memory
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
# What programs for maps write that know no Unicode; no other is worth its decoder's risks.
DECLARED = re.compile(
    rb"encoding\s?=\s?[\"'](windows-125[0-8]|iso-8859-(?:1[013-6]|[1-9]))[\"']", re.IGNORECASE
)
# XML forbids them, receivers write them all the same.
CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFEFF, 0xFFFE, 0xFFFF])


def read_text(file: IO[bytes]) -> tuple[str, list[str]]:
    """Return the text of a KML file or of the map in a KMZ, and what was left out of the archive.

    Raises BoundaryError for a file that is too large or cannot be unpacked.
    """
    content = _bytes(file)
    notes: list[str] = []
    if content.startswith(ARCHIVE):
        content, notes = _unpack(file)
    return _decode(content).translate(CONTROLS).strip(), notes


def _bytes(file: IO[bytes]) -> bytes:
    file.seek(0)
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BoundaryError(TOO_LARGE)
    return content


def _unpack(file: IO[bytes]) -> tuple[bytes, list[str]]:
    """Return what Google Earth opens first: doc.kml, else the first map of the archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            maps = [info for info in archive.infolist() if _is_map(info.filename)]
            maps.sort(key=lambda info: info.filename.lower() != "doc.kml")
            if not maps:
                raise BoundaryError(
                    gettext("This archive has no KML file in it. Choose the map itself.")
                )
            if maps[0].compress_type not in PLAIN:
                raise zipfile.BadZipFile
            with archive.open(maps[0]) as packed:
                content = packed.read(MOST_BYTES + 1)
    # An archive with a password is a RuntimeError.
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BoundaryError(
            gettext("This KMZ file cannot be unpacked. Save it as KML, or as KMZ again.")
        ) from error
    if len(content) > MOST_BYTES:
        raise BoundaryError(TOO_LARGE)
    others = [info.filename for info in maps[1:]]
    note = gettext("Other KML files of the archive, which were left out: %(count)d.")
    return content, [note % {"count": len(others)}] if others else []


def _is_map(name: str) -> bool:
    return name.lower().endswith(".kml") and not name.startswith("__MACOSX/")


def _decode(content: bytes) -> str:
    """Believe the bytes more than what the file declares, which programs copy unread."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        declared = DECLARED.search(content[:200])
        return content.decode(declared[1].decode() if declared else "windows-1252", "replace")
