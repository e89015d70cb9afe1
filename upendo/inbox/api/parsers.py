"""Reads the body of a request that anybody may send."""

from typing import Any

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser

MOST_BYTES = 64 * 1024  # the longest letter, every character written as an escape sequence


class TooLarge(APIException):
    status_code = 413
    default_detail = "This is far longer than a letter can be. Please shorten it."


class SmallJSONParser(JSONParser):
    """JSON, neither larger nor deeper than a letter."""

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Any = None
    ) -> dict[str, Any]:
        """Raises TooLarge and ParseError."""
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MOST_BYTES:
            raise TooLarge
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("This is no letter.") from error
