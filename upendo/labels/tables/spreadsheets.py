"""Tables as people send them: the right sheet of a workbook, or CSV, below its headings.

This is read in a process of its own, which has no models: plain.py has what comes back.
"""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext, ngettext
from openpyxl.utils import get_column_letter

from upendo.labels.tables.cells import alike, quoted
from upendo.labels.tables.csv_files import csv_readings
from upendo.labels.tables.other_files import refuse_by_beginning
from upendo.labels.tables.reading import Line, Reading, SpreadsheetError
from upendo.labels.tables.workbook_parts import MOST_COLUMNS, too_large
from upendo.labels.tables.workbooks import workbook_readings

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 10_000
MOST_LETTERS = MOST_BYTES  # of all cells: a workbook may show one long text in many of them
MOST_NAMED = 5  # sheets that are not read


class TableFile:
    """The rows of a file that are not empty, and its headings in lower case.

    So far these are those of the first line; find_headings knows better. Iterating reads on in the
    file, so it gives each row once. All of it raises SpreadsheetError for a file that is too large
    or no table.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > MOST_BYTES:
            raise SpreadsheetError(gettext("This file is larger than 5 MB. Import it in parts."))
        refuse_by_beginning(content)
        self.headings: list[str] = []
        self._is_csv = not content.startswith(b"PK")
        self._failure: SpreadsheetError | None = None
        readings = csv_readings(content) if self._is_csv else workbook_readings(content)
        self._readings = [reading for reading in readings if self._has_lines(reading)]
        if not self._readings:
            raise self._failure or SpreadsheetError(
                gettext("This file is empty. Its first line names the columns.")
            )
        self._begin(self._readings[0], 0)

    def find_headings(self, known: Collection[str]) -> None:
        """Begin below the line that names the most of these columns, on whichever sheet it is.

        Raises SpreadsheetError when there is none, or when it names one twice or an unknown one.
        """
        keys = {alike(heading): heading for heading in known}
        most = 0
        for reading in self._readings:
            for index, (_, cells) in enumerate(reading.first):
                if (found := sum(alike(cell.lower()) in keys for cell in cells)) > most:
                    most = found
                    self._begin(reading, index)
        if not most:
            raise self._failure or SpreadsheetError(
                gettext(
                    "No line names the columns. They are: %(known)s. "
                    "The first line begins with %(first)s."
                )
                % {
                    "known": ", ".join(known),
                    "first": quoted(next(filter(None, self.headings))),
                }
            )
        self.headings = [keys.get(alike(heading), heading) for heading in self.headings]
        self._refuse_twins()
        for heading in filter(None, self.headings):
            if heading not in known:
                raise SpreadsheetError(
                    gettext("There is no column %(heading)s. The columns are: %(known)s.")
                    % {"heading": quoted(heading), "known": ", ".join(known)}
                )

    def __iter__(self) -> Iterator[Line]:
        letters = 0
        for number, (line, cells) in enumerate(self._lines, start=1):
            if number > MOST_ROWS:
                raise SpreadsheetError(
                    gettext("This file has more than %(most)s rows. Import it in parts.")
                    % {"most": f"{MOST_ROWS:,}"}
                )
            self._refuse_strays(line, cells)
            letters += sum(map(len, cells))
            if letters > MOST_LETTERS:
                raise too_large()
            yield line, cells

    @property
    def notes(self) -> list[str]:
        """What is left out of the file, or not seen in it, once all rows are read."""
        found, line = [], self._reading.first[self._index][0]
        if self._index:
            note = gettext(
                "The headings stand on line %(line)d. What is above them is not imported."
            )
            found.append(note % {"line": line})
        others = [quoted(each.name) for each in self._readings if each.name != self._reading.name]
        if others:
            names = ", ".join(others[:MOST_NAMED]) + (", …" if others[MOST_NAMED:] else "")
            note = gettext("Only the sheet %(sheet)s is imported, not %(others)s.")
            found.append(note % {"sheet": quoted(self._reading.name), "others": names})
        if hidden := len(self._reading.hidden):
            note = ngettext(
                "%(count)s row is hidden in the spreadsheet, and imported with the others.",
                "%(count)s rows are hidden in the spreadsheet, and imported with the others.",
                hidden,
            )
            found.append(note % {"count": f"{hidden:,}"})
        return found

    def _has_lines(self, reading: Reading) -> bool:
        try:
            return bool(reading.first)
        except SpreadsheetError as error:
            if not self._is_csv:
                raise
            self._failure = self._failure or error  # another delimiter may do
            return False

    def _begin(self, reading: Reading, index: int) -> None:
        cells = reading.first[index][1]
        if len(cells) > MOST_COLUMNS:
            raise SpreadsheetError(
                gettext("This table has %(count)s columns. Keep only those of a table of codes.")
                % {"count": f"{len(cells):,}"}
            )
        self._reading, self._index = reading, index
        self._lines: Iterator[Line] = reading.after(index)
        self.headings = [cell.lower() for cell in cells]

    def _refuse_twins(self) -> None:
        for place, heading in enumerate(self.headings):
            if heading and (earlier := self.headings.index(heading)) < place:
                raise SpreadsheetError(
                    gettext(
                        "The heading %(heading)s stands twice: over column %(one)s and over column "
                        "%(other)s. Keep one of these columns."
                    )
                    % {
                        "heading": quoted(heading),
                        "one": get_column_letter(earlier + 1),
                        "other": get_column_letter(place + 1),
                    }
                )

    def _refuse_strays(self, line: int, cells: list[str]) -> None:
        known = len(self.headings)
        for place, text in enumerate(cells):
            if not text or (place < known and self.headings[place]):
                continue
            advice = [
                gettext(
                    "Column %(column)s has no heading, but %(text)s stands there on line %(line)d. "
                    "Write a heading over it, or delete the column."
                )
                % {"column": get_column_letter(place + 1), "text": quoted(text), "line": line}
            ]
            if self._is_csv and place >= known:
                advice.append(
                    gettext("In a CSV file, put quotes around a text that has a comma in it.")
                )
            raise SpreadsheetError(" ".join(advice))
