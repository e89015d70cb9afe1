"""What may be uploaded as evidence."""

from django.core.exceptions import ValidationError
from django.core.files import File

MOST_BYTES = 5 * 1024 * 1024


def validate_pdf(file: "File[bytes]") -> None:
    """Raises ValidationError when a file is too large or is no PDF, whatever its name."""
    if file.size > MOST_BYTES:
        raise ValidationError("This file is larger than 5 MB. Save it with smaller pictures.")
    file.seek(0)
    if not file.read(5).startswith(b"%PDF-"):
        raise ValidationError("This file is not a PDF. A phone's scanner or printer makes one.")
    file.seek(0)
