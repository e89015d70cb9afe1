"""Words of the desk, which are said in the language of the page that shows them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# A text, or what becomes one when it is shown.
type Words = str | _StrPromise
