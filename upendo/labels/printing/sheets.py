"""The sheets of labels that people buy, as data. All measures in mm, from the upper left corner.

Sources: the makers' data sheets and Word templates. Sheets cut in inches are kept as inches.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext

INCH = 25.4


@dataclass(frozen=True)
class Sheet:
    """Labels of one size in rows and columns on a page, or one to a page on a roll."""

    name: str
    title: str
    page: tuple[float, float]
    label: tuple[float, float]
    columns: int = 1
    rows: int = 1
    left: float = 0
    top: float = 0
    # From one label to the next, border to border.
    gap: tuple[float, float] = field(default=(0, 0))

    @property
    def per_page(self) -> int:
        """Labels on a page."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return the upper left corner of a label, counted from 0 along the rows.

        Each is worked out from the page's corner, so that no error adds up.
        """
        row, column = divmod(place % self.per_page, self.columns)
        x = self.left + column * (self.label[0] + self.gap[0])
        y = self.top + row * (self.label[1] + self.gap[1])
        return x, y

    def problem(self) -> str:
        """Return why no page can have these labels, or nothing."""
        right = self.left + self.columns * self.label[0] + (self.columns - 1) * self.gap[0]
        foot = self.top + self.rows * self.label[1] + (self.rows - 1) * self.gap[1]
        # The makers round each measure by itself.
        if right > self.page[0] + 0.5:
            return gettext(
                "The labels of a row end at %(right)s mm, and the page at %(page)s mm."
            ) % {"right": f"{right:g}", "page": f"{self.page[0]:g}"}
        if foot > self.page[1] + 0.5:
            return gettext("The last row ends at %(foot)s mm, and the page at %(page)s mm.") % {
                "foot": f"{foot:g}",
                "page": f"{self.page[1]:g}",
            }
        return ""


A4 = (210.0, 297.0)
LETTER = (8.5 * INCH, 11 * INCH)

SHEETS = (
    Sheet(
        "l7160",
        "Avery L7160, 63.5 x 38.1 mm, 21 on A4",
        A4,
        (63.5, 38.1),
        3,
        7,
        7.25,
        15.15,
        (2.5, 0),
    ),
    Sheet(
        "l7163",
        "Avery L7163, 99.1 x 38.1 mm, 14 on A4",
        A4,
        (99.1, 38.1),
        2,
        7,
        4.65,
        15.15,
        (2.5, 0),
    ),
    Sheet("l7120", "Avery L7120, square 35 mm, 35 on A4", A4, (35, 35), 5, 7, 7.5, 11, (5, 5)),
    Sheet(
        "l4731",
        "Avery L4731 mini, 25.4 x 10 mm, 189 on A4",
        A4,
        (25.4, 10),
        7,
        27,
        8.48,
        13.5,
        (2.54, 0),
    ),
    Sheet(
        "5160",
        "Avery 5160, 2 5/8 x 1 inch, 30 on Letter",
        LETTER,
        (2.625 * INCH, 1 * INCH),
        3,
        10,
        0.1875 * INCH,
        0.5 * INCH,
        (0.125 * INCH, 0),
    ),
    Sheet(
        "5163",
        "Avery 5163, 4 x 2 inches, 10 on Letter",
        LETTER,
        (4 * INCH, 2 * INCH),
        2,
        5,
        0.15625 * INCH,
        0.5 * INCH,
        (0.1875 * INCH, 0),
    ),
    Sheet(
        "22805",
        "Avery 22805, square 1 1/2 inches, 24 on Letter",
        LETTER,
        (1.5 * INCH, 1.5 * INCH),
        4,
        6,
        0.625 * INCH,
        0.625 * INCH,
        (1.25 / 3 * INCH, 0.15 * INCH),
    ),
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}


def roll(width: float, height: float) -> Sheet:
    """Return a roll of single labels of this size: each is a page of its own."""
    title = gettext("Roll, %(width)s x %(height)s mm") % {
        "width": f"{width:g}",
        "height": f"{height:g}",
    }
    return Sheet("roll", title, (width, height), (width, height))
