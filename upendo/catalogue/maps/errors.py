from django.core.exceptions import ValidationError


class BoundaryError(ValidationError):
    """The file holds no boundary that can be drawn; the message says what to do."""
