"""All that is kept of a reader, in a form that another program can read."""

from base64 import b64encode
from typing import Any

from upendo.inbox.models import Exchange, Letter, Message, Photo

PUBLIC = ("question", "answer", "signed", "photo_alt", "reader_agreed_at")


def copy_of(letter: Letter) -> dict[str, Any]:
    """Return a letter as its reader may have it: all but what the team noted for itself."""
    return {
        "name": letter.reader_name,
        "email": letter.email,
        "beekeeper": letter.shown_beekeeper.name,
        "jar": letter.jar.code,
        "received": letter.created_at.isoformat(),
        "last_activity": letter.active_at.isoformat(),
        "consent": {"version": letter.consent_version, "text": letter.consent_text},
        "photo": _photo(letter),
        "public": list(Exchange.objects.filter(letter=letter).values(*PUBLIC)),
        "messages": [_message(message) for message in letter.messages.shown_to_reader()],
    }


def _photo(letter: Letter) -> str | None:
    """Return the reader's photo as an address that holds all of it."""
    photo = Photo.objects.filter(letter=letter).first()
    return f"data:image/webp;base64,{b64encode(photo.content).decode()}" if photo else None


def _message(message: Message) -> dict[str, Any]:
    return {
        "from": message.author,
        "written": message.created_at.isoformat(),
        "language": message.language,
        "text": message.text,
        "translation": message.translation,
        "translator": message.translator,
        "photo": message.photo.src if message.photo else None,
    }
