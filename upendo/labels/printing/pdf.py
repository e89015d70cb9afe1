"""Labels as PDF, in exact millimetres: squares are vectors, typefaces are embedded."""

import io
from collections.abc import Iterator, Sequence
from typing import IO, Any

from upendo.labels.printing import lettering
from upendo.labels.printing.layout import Layout
from upendo.labels.printing.lettering import MM_A_POINT
from upendo.labels.printing.sheets import Sheet, roll
from upendo.labels.printing.symbol import QUIET, WANTED_MODULE, Symbol

HINT = "Print at 100 % (“actual size”), never fitted to the page."
HINT_POINTS = 7
HINT_FROM_TOP = 7.0  # mm; printers leave out the first 4 or 5
GREY = 0.45
INK = 0.1
RULER = 100  # mm
CROSS = 3  # mm, half of one


def sheet_pdf(
    sheet: Sheet,
    labels: Sequence[Layout],
    start: int = 0,
    nudge: tuple[float, float] = (0, 0),
    note: str = "",
) -> bytes:
    """Return pages of a sheet with these labels; the first stands at place `start`, from 0.

    The nudge moves all of it, in mm to the right and down, for a printer that is off by so much.
    """
    file = io.BytesIO()
    canvas = _canvas(file, sheet.page)
    pages = -(-(start + len(labels)) // sheet.per_page)
    for page in range(pages):
        first = max(page * sheet.per_page - start, 0)
        last = (page + 1) * sheet.per_page - start
        if sheet.top > HINT_FROM_TOP + 1:
            _hint(canvas, sheet, f"{HINT} {note}".strip())
        for number, layout in enumerate(labels[first:last], start=first):
            x, y = sheet.corner(start + number)
            _draw(canvas, layout, x + nudge[0], y + nudge[1], sheet.page[1])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def calibration_pdf(sheet: Sheet, nudge: tuple[float, float] = (0, 0)) -> bytes:
    """Return a page to print on plain paper and hold against a sheet: borders, crosses, rulers."""
    file = io.BytesIO()
    canvas = _canvas(file, sheet.page)
    canvas.setLineWidth(0.2 / MM_A_POINT)
    canvas.setStrokeGray(INK)
    for place in range(sheet.per_page):
        x, y = sheet.corner(place)
        _rectangle(canvas, sheet, x + nudge[0], y + nudge[1])
    x, y = sheet.corner(0)
    if sheet.page[0] > RULER + 20:
        _rulers(canvas, sheet, (sheet.page[0] - RULER) / 2, sheet.page[1] / 2)
    note = f"{HINT} The rulers are {RULER} mm. {sheet.title}."
    _hint(canvas, sheet, note if sheet.page[0] > RULER + 20 else "100 %")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def square_pdf(symbol: Symbol) -> bytes:
    """Return a page of a square's own size, with nothing but the square in its quiet zone."""
    side = symbol.modules_in_all * WANTED_MODULE
    quiet = QUIET * WANTED_MODULE
    layout = Layout(symbol, WANTED_MODULE, (quiet, quiet), ())
    return sheet_pdf(roll(side, side), [layout])


def merge(parts: Iterator[bytes], whole: IO[bytes]) -> None:
    """Write one PDF with the pages of all parts, at least one; it opens as the first one does."""
    import pypdfium2  # noqa: PLC0415 - 6 MB that only the making of labels needs

    document = pypdfium2.PdfDocument(next(parts))
    for part in parts:
        following = pypdfium2.PdfDocument(part)
        document.import_pages(following)
        following.close()
    document.save(whole)
    document.close()


def _canvas(file: io.BytesIO, page: tuple[float, float]) -> Any:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - as in lettering

    lettering.load()
    size = (page[0] / MM_A_POINT, page[1] / MM_A_POINT)
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1)
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setTitle("Labels")
    canvas.setCreator("Upendo Honey")
    return canvas


def _draw(canvas: Any, layout: Layout, x: float, y: float, page_height: float) -> None:
    """Draw a label whose upper left corner is here, in mm from the page's."""
    canvas.saveState()
    # From here on in modules, downwards: whole numbers, and one path, so that no seam shows.
    module = layout.module / MM_A_POINT
    left = (x + layout.corner[0]) / MM_A_POINT
    top = (page_height - y - layout.corner[1]) / MM_A_POINT
    canvas.transform(module, 0, 0, -module, left, top)
    path = canvas.beginPath()
    for box in layout.symbol.boxes:
        path.rect(*box)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    canvas.setFillGray(INK)
    for line in layout.lines:
        _write(canvas, line.text, line.faces, line.points, (x + line.x, page_height - y - line.y))


def _write(
    canvas: Any, text: str, faces: tuple[str, ...], points: float, at: tuple[float, float]
) -> None:
    x = at[0] / MM_A_POINT
    for face, part in lettering.runs(text, faces):
        canvas.setFont(face, points)
        canvas.drawString(x, at[1] / MM_A_POINT, part)
        x += canvas.stringWidth(part, face, points)


def _hint(canvas: Any, sheet: Sheet, text: str) -> None:
    canvas.setFillGray(GREY)
    at = (max(sheet.left, 6), sheet.page[1] - HINT_FROM_TOP)
    _write(canvas, text, lettering.TEXT, HINT_POINTS, at)


def _rectangle(canvas: Any, sheet: Sheet, x: float, y: float) -> None:
    width, height = sheet.label
    bottom = sheet.page[1] - y - height
    canvas.rect(x / MM_A_POINT, bottom / MM_A_POINT, width / MM_A_POINT, height / MM_A_POINT)
    middle = (x + width / 2, bottom + height / 2)
    _stroke(canvas, middle[0] - CROSS, middle[1], middle[0] + CROSS, middle[1])
    _stroke(canvas, middle[0], middle[1] - CROSS, middle[0], middle[1] + CROSS)


def _rulers(canvas: Any, sheet: Sheet, x: float, y: float) -> None:
    down = y - RULER / 2
    _stroke(canvas, x, y, x + RULER, y)
    _stroke(canvas, x, down, x, down + RULER)
    for mark in range(0, RULER + 1, 10):
        length = 4 if mark % 50 == 0 else 2
        _stroke(canvas, x + mark, y, x + mark, y + length)
        _stroke(canvas, x, down + mark, x + length, down + mark)


def _stroke(canvas: Any, *points: float) -> None:
    canvas.line(*(point / MM_A_POINT for point in points))
