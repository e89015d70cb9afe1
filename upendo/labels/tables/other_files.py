"""Files that are no table that we read, and what to do with each."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.labels.tables.reading import SpreadsheetError

BEGINNINGS = (
    (
        b"\xd0\xcf\x11\xe0",
        _(
            "This is a workbook of the old kind (.xls), whatever its name says, or one that is "
            "locked with a password. Open it, and save it as .xlsx without a password."
        ),
    ),
    (b"%PDF", _("This is a PDF. Send the table that it was made of, as .xlsx or .csv.")),
    (b"\xff\xd8\xff", _("This is a picture. Send the table as .xlsx or .csv.")),
    (b"\x89PNG", _("This is a picture. Send the table as .xlsx or .csv.")),
    (b"{\\rtf", _("This is a text document. Send the table as .xlsx or .csv.")),
    (
        b"<",
        _(
            "This is a web page or an XML file, whatever its name says. Open it in a spreadsheet, "
            "and save it as .xlsx."
        ),
    ),
)
# By a part that only such an archive has.
ARCHIVES = {
    "xl/workbook.bin": _("This is a binary workbook (.xlsb). Save it as .xlsx."),
    "Index/Document.iwa": _("This is a Numbers document. Export it as Excel (.xlsx) or as CSV."),
    "content.xml": _("This is an OpenDocument table (.ods). Save it as .xlsx, or as CSV."),
    "word/document.xml": _("This is a text document. Send the table as .xlsx or .csv."),
}


def refuse_by_beginning(content: bytes) -> None:
    """Raise SpreadsheetError for a file of another kind, seen from its first bytes."""
    bare = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, words in BEGINNINGS:
        if bare.startswith(beginning):
            raise SpreadsheetError(words)


def refuse_by_parts(names: set[str]) -> None:
    """Raise SpreadsheetError for an archive of another kind, seen from the names in it."""
    for part, words in ARCHIVES.items():
        if part in names:
            raise SpreadsheetError(words)
    if "[Content_Types].xml" not in names and not any(n.endswith("workbook.xml") for n in names):
        raise SpreadsheetError(
            gettext("This is an archive without a workbook. Send the .xlsx or .csv file itself.")
        )
