"""Lists of printed codes or addresses: tables with such a column, or one on each line."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 100_000  # each is looked up
LONGEST = 500  # letters; no address of ours has as many, and a page quotes what is none
LINE_ENDS = (b"\n", b"\r")


def read_list(file: IO[bytes]) -> list[str]:
    """Return what a list names. Raises ValidationError for one that nobody made by hand or here."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValidationError(gettext("This file is larger than 5 MB. Check it in parts."))
    if max(map(content.count, LINE_ENDS)) > MOST_LINES:
        raise ValidationError(
            gettext("This file has more than %(most)s lines. Check it in parts.")
            % {"most": f"{MOST_LINES:,}"}
        )
    return list(listed(io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", "replace")))


def listed(lines: Iterable[str]) -> Iterator[str]:
    """Return the codes or addresses of a list: a table with such a column, or one on each line."""
    rows = (row for row in _cells(lines) if any(row))
    column = 0
    for number, row in enumerate(rows):
        if number == 0:
            headings = [cell.strip().lower() for cell in row]
            named = [headings.index(name) for name in ("address", "code") if name in headings]
            if named:
                column = named[0]
                continue
        if column < len(row) and row[column].strip():
            yield row[column].strip()[:LONGEST]


def _cells(lines: Iterable[str]) -> Iterator[list[str]]:
    # No code and no address of ours has one of these, so whatever divides the cells, divides them.
    return (re.split("[;,\t]", line.strip().replace('"', "")) for line in lines)
