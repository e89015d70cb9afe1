"""GS1 Digital Link addresses: how they are written and read. No database here.

GS1 Digital Link Standard: URI Syntax 1.6.0, https://ref.gs1.org/standards/digital-link/uri-syntax/
"""

from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, quote

from upendo.gs1.numbers import gtin_14

LONGEST = 512  # characters of a path; three qualifiers of 20, each percent-encoded, take 240
BEST_BEFORE = "?15="  # what comes before a date of six digits, YYMMDD
IN_THE_PATH = {"01", "22", "10", "21", "235"}  # a GTIN and its qualifiers, in their one order


class MalformedLinkError(ValueError):
    """An address that is no GS1 Digital Link, with what is wrong in words."""


@dataclass(frozen=True)
class DigitalLink:
    """What an address says: an article, and if known its lot and the serial number of the jar."""

    gtin: str
    lot: str = ""
    serial: str = ""

    @property
    def path(self) -> str:
        """The canonical path: the GTIN has 14 digits, the qualifiers their one order."""
        parts = {"01": self.gtin, "10": self.lot, "21": self.serial}
        return "".join(f"/{ai}/{quote(value, safe='')}" for ai, value in parts.items() if value)

    @property
    def levels(self) -> list[Self]:
        """This link and those above it, up to the article, the most exact one first."""
        links = [self, type(self)(self.gtin, self.lot), type(self)(self.gtin)]
        return list(dict.fromkeys(links))

    @classmethod
    def parse(cls, path: str, query: str = "") -> Self:
        """Read a path as it was sent, percent-encoded, and the query string behind it.

        A slash at the end is no fault, and a GTIN may have any of its lengths. Consumer product
        variant (22) and third-party serial (235) are read and mean nothing here.
        Raises MalformedLinkError.
        """
        from biip import ParseError  # noqa: PLC0415 - see numbers
        from biip.gs1_digital_link_uris import GS1DigitalLinkURI  # noqa: PLC0415

        path = path.rstrip("/")
        if len(path) > LONGEST:
            raise MalformedLinkError("This address is longer than any GS1 Digital Link.")
        if misplaced := IN_THE_PATH & {key for key, _ in parse_qsl(query)}:
            raise MalformedLinkError(f"{min(misplaced)} belongs into the path, not behind a “?”.")
        segments = path.split("/")
        if segments[:2] != ["", "01"] or len(segments) < 3:
            raise MalformedLinkError("An address of an article begins with /01/ and its GTIN.")
        try:
            gtin = gtin_14(segments[2])
            found = GS1DigitalLinkURI.parse(f"https://honey.invalid{path}?{query}")
        except (ParseError, ValueError) as error:
            raise MalformedLinkError(str(error)) from error
        values = {element.ai.ai: element.value for element in found.element_strings}
        return cls(gtin, values.get("10", ""), values.get("21", ""))
