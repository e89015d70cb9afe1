"""Reads the body of a request that anybody may send."""

from typing import Any

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import JSONParser


class TooLarge(APIException):
    status_code = 413
    default_detail = "This is larger than it can be."


class SmallJSONParser(JSONParser):
    """JSON, neither larger nor deeper than what is asked for."""

    most_bytes: int
    too_large: type[TooLarge] = TooLarge

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Any = None
    ) -> dict[str, Any]:
        """Raises TooLarge and ParseError."""
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > self.most_bytes:
            raise self.too_large
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError as error:
            raise ParseError("This is nested too deeply.") from error
