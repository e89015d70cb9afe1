"""One square as a file for a printing house or a thermal printer."""

import io

from django.utils.translation import gettext
from PIL import Image

from upendo.labels.printing.layout import Words
from upendo.labels.printing.lettering import MM_A_POINT
from upendo.labels.printing.sheets import Sheet
from upendo.labels.printing.symbol import MM_AN_INCH, QUIET, WANTED_MODULE, Symbol, TooSmallError

CODE_HEIGHT = 3.0  # mm, of the code's letters on a thermal label


def svg(symbol: Symbol) -> bytes:
    """Return the square with its quiet zone; a module is one unit of the drawing."""
    side = symbol.modules_in_all
    mm = side * WANTED_MODULE
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h{width}v{height}h-{width}z"
        for x, y, width, height in symbol.boxes
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{mm:.3f}mm" height="{mm:.3f}mm" '
        f'viewBox="0 0 {side} {side}"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path d="{path}"/></svg>\n'
    ).encode()


def eps(symbol: Symbol) -> bytes:
    """Return the same as Encapsulated PostScript: `x y width height r` fills a box."""
    points = symbol.modules_in_all * WANTED_MODULE / MM_A_POINT
    module = WANTED_MODULE / MM_A_POINT
    top = symbol.modules_in_all - QUIET
    boxes = "".join(
        f"{x + QUIET} {top - y - height} {width} {height} r\n"
        for x, y, width, height in symbol.boxes
    )
    return (
        "%!PS-Adobe-3.0 EPSF-3.0\n"
        f"%%BoundingBox: 0 0 {-(-points // 1):.0f} {-(-points // 1):.0f}\n"
        f"%%HiResBoundingBox: 0 0 {points:.4f} {points:.4f}\n"
        "%%LanguageLevel: 2\n%%EndComments\n"
        f"gsave {module:.6f} {module:.6f} scale\n"
        "/r { rectfill } bind def\n"
        f"0 setgray\n{boxes}grestore\n%%EOF\n"
    ).encode()


def png(symbol: Symbol, dpi: int) -> bytes:
    """Return a picture in black and white with whole dots for each module."""
    file = io.BytesIO()
    drawn(symbol, symbol.dots(dpi)).save(file, "PNG", dpi=(dpi, dpi), optimize=True)
    return file.getvalue()


def zpl(symbol: Symbol, words: Words, sheet: Sheet, dpi: int) -> bytes:
    """Return one label for a thermal printer: the square as dots, and the code below or beside it.

    ZPL II Programming Guide: ^GFA takes the dots as hexadecimal digits, whole bytes a row.
    Raises TooSmallError.
    """
    width, height = (round(mm * dpi / MM_AN_INCH) for mm in sheet.label)
    letters = round(CODE_HEIGHT * dpi / MM_AN_INCH)
    picture = drawn(symbol, symbol.dots(dpi))
    side = picture.width
    # The first letter's width is about two thirds of its height in the printer's own typeface.
    beside = width >= side + len(words.code) * letters * 0.7
    if height < side + (0 if beside else letters) or width < side:
        refusal = (
            gettext("The square needs %(side)s mm at %(dpi)s dpi. Take a larger label.")
            if beside
            else gettext(
                "The square needs %(side)s mm at %(dpi)s dpi, and %(code)s mm for the code below "
                "it. Take a larger label."
            )
        )
        needs = {"side": f"{side / dpi * MM_AN_INCH:.1f}", "dpi": dpi, "code": f"{CODE_HEIGHT:g}"}
        raise TooSmallError(refusal % needs)
    top = (height - side) // 2 if beside else (height - side - letters) // 2
    left = 0 if beside else (width - side) // 2
    text = (side, (height - letters) // 2) if beside else (left + letters, top + side)
    row = (side + 7) // 8
    # Whole bytes a row, of which the rest stays white.
    whole = Image.new("1", (row * 8, side), 1)
    whole.paste(picture)
    # Dark is 1 for the printer, and 0 in a picture of one bit.
    dots = bytes(255 - byte for byte in whole.tobytes())
    return (
        f"^XA^PW{width}^LL{height}^LH0,0"
        f"^FO{left},{top}^GFA,{len(dots)},{len(dots)},{row},{dots.hex().upper()}^FS"
        f"^FO{text[0]},{text[1]}^A0N,{letters}^FD{words.code}^FS^XZ\n"
    ).encode()


def drawn(symbol: Symbol, dots: int) -> Image.Image:
    """Return the square and its quiet zone with so many dots for each module."""
    light = bytes(0 if dark else 255 for row in symbol.rows for dark in row)
    square = Image.frombytes("L", (symbol.modules, symbol.modules), light)
    small = Image.new("1", (symbol.modules_in_all, symbol.modules_in_all), 1)
    small.paste(square, (QUIET, QUIET))
    side = symbol.modules_in_all * dots
    return small.resize((side, side), Image.Resampling.NEAREST)
