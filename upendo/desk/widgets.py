"""Controls of the desk that the browser draws by itself."""

from typing import Any

from django.forms import DateInput, TimeInput
from unfold.widgets import BASE_INPUT_CLASSES


def date_input() -> DateInput:
    """Return the browser's own calendar."""
    return DateInput(format="%Y-%m-%d", attrs=_of_the_browser("date"))


def time_input() -> TimeInput:
    """Return the browser's own clock, to the minute."""
    return TimeInput(format="%H:%M", attrs=_of_the_browser("time"))


def _of_the_browser(kind: str) -> dict[str, Any]:
    return {"type": kind, "class": " ".join(BASE_INPUT_CLASSES)}
