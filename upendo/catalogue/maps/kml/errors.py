from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TOO_INTRICATE = _(
    "The outline in this file is too intricate for a map. Draw one simple line around the forest."
)


class BoundaryError(ValidationError):
    """The file holds no boundary that can be drawn; the message says what to do."""
