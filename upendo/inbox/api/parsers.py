"""Reads the body of a letter that anybody may send."""

from upendo.web.requests import small_json

MOST_BYTES = 64 * 1024  # the longest letter, every character written as an escape sequence


class TooLarge(small_json.TooLarge):
    default_detail = "This is far longer than a letter can be. Please shorten it."


class LetterParser(small_json.SmallJSONParser):
    """JSON, neither larger nor deeper than a letter."""

    most_bytes = MOST_BYTES
    too_large = TooLarge
