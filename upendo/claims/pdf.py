"""What may be uploaded as evidence."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext

MOST_BYTES = 5 * 1024 * 1024
END = 1024  # bytes, the last ones, in which readers of PDF look for its end


def validate_pdf(file: "File[bytes]") -> None:
    """Raises ValidationError when a file is too large, cut short or no PDF, whatever its name."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            gettext("This file is larger than 5 MB. Save it with smaller pictures.")
        )
    file.seek(0)
    if not file.read(5).startswith(b"%PDF-"):
        raise ValidationError(
            gettext("This file is not a PDF. A phone's scanner or printer makes one.")
        )
    file.seek(max(file.size - END, 0))
    if b"%%EOF" not in file.read(END):
        raise ValidationError(
            gettext("This PDF is cut short. Save it again, and choose the new file.")
        )
    file.seek(0)
