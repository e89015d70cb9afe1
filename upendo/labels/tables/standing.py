"""Where tables on their way to the import are, in words and by their pages."""

from django.urls import reverse
from django.utils.translation import gettext

from upendo.catalogue.models import ImportFile
from upendo.labels.tables.imports import is_in_order


def page_of(file: ImportFile) -> str:
    """Return the address of the page that says what becomes of a table."""
    return reverse("admin:catalogue_jar_import_table", args=[file.key])


def standing_of(file: ImportFile) -> str:
    """Return how far a table is."""
    if file.refusal:
        return gettext("cannot be read")
    if file.imported_at:
        return gettext("imported")
    if file.wanted_at:
        return gettext("being imported")
    if not file.number:
        return gettext("being read")
    if not file.is_checked:
        return gettext("%(done)s of %(number)s rows checked") % {
            "done": f"{file.done:,}",
            "number": f"{file.number:,}",
        }
    if is_in_order(file):
        return gettext("in order, waits to be imported")
    return gettext("has rows to be mended")
