"""GS1's numbers: what may be encoded, and how it is written. No database here.

biip knows the rules: https://ref.gs1.org/ai/ and the General Specifications. It takes about 20 MB,
so it is loaded when somebody asks for a number, never with the application.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext


def gtin_14(text: str) -> str:
    """Return a GTIN of 8, 12, 13 or 14 digits, with spaces or dashes or none, as 14 digits.

    Raises ValueError with what is wrong, such as the check digit.
    """
    from biip import ParseError  # noqa: PLC0415 - see above
    from biip.gtin import Gtin  # noqa: PLC0415

    digits = text.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) in {8, 12, 13, 14}):
        raise ValueError(
            gettext("“%(text)s” is no article number. A GTIN has 8, 12, 13 or 14 digits.")
            % {"text": text}
        )
    try:
        return Gtin.parse(digits).as_gtin_14()
    except ParseError as error:
        raise ValueError(
            gettext(
                "The last digit of %(digits)s does not fit the others, so one of them is "
                "wrong. Copy the number again from GS1's certificate."
            )
            % {"digits": digits}
        ) from error


def validate_gtin(text: str) -> None:
    """Raise ValidationError for what is no GTIN."""
    try:
        gtin_14(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def lot_problem(lot: str) -> str:
    """Return why a lot number cannot stand in a GS1 Digital Link, or nothing.

    AI 10 holds 1 to 20 characters of set 82: General Specifications, sections 3.4.1 and 7.11.
    """
    from biip import ParseError  # noqa: PLC0415 - see above
    from biip.gs1_element_strings import GS1ElementString  # noqa: PLC0415

    if len(lot) > 20:
        return gettext(
            "Lot “%(lot)s” has %(length)s characters. In GS1's addresses a lot has at most 20."
        ) % {"lot": lot, "length": len(lot)}
    try:
        GS1ElementString.parse(f"10{lot}")
    except ParseError:
        return gettext(
            "Lot “%(lot)s” has a space or a letter that GS1's addresses cannot hold. "
            "They take A to Z, a to z, digits and most signs of a keyboard."
        ) % {"lot": lot}
    return ""
