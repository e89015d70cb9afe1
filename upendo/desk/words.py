"""Words of the desk, which are said in the language of the page that shows them."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# A text, or what becomes one when it is shown.
type Words = str | _StrPromise


def ago(at: datetime) -> str:
    """Return how long ago something was, in words."""
    if timezone.now() - at < timedelta(minutes=1):
        return gettext("just now")
    return gettext("%(time)s ago") % {"time": timesince(at, depth=1)}
