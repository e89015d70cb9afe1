"""Letters with plain defaults."""

import uuid
from typing import Any

import factory
from django.utils import timezone

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.models import Announcement, Exchange, Letter, Message, Photo


class LetterFactory(factory.django.DjangoModelFactory[Letter]):
    class Meta:
        model = Letter

    jar = factory.SubFactory(JarFactory)
    beekeeper = factory.SelfAttribute("jar.beekeeper")
    reader_name = "Ann"
    email = "ann@example.org"
    consent_version = "2026-11"
    consent_text = "You agree."


class MessageFactory(factory.django.DjangoModelFactory[Message]):
    class Meta:
        model = Message

    letter = factory.SubFactory(LetterFactory)
    author = Message.Author.READER
    text = "The honey tastes of caramel."
    sent_at = factory.LazyFunction(timezone.now)


class ReplyFactory(MessageFactory):
    author = Message.Author.BEEKEEPER
    text = "Asante sana!"
    translation = "Thank you very much!"
    sent_at = None  # type: ignore[assignment]  # in place of a declaration


class AnnouncementFactory(factory.django.DjangoModelFactory[Announcement]):
    class Meta:
        model = Announcement

    message = factory.SubFactory(MessageFactory)
    audience = Announcement.Audience.STAFF


class PhotoFactory(factory.django.DjangoModelFactory[Photo]):
    class Meta:
        model = Photo

    letter = factory.SubFactory(LetterFactory)
    content = b"RIFF, as far as anybody looks"
    width = 1200
    height = 900


class ExchangeFactory(factory.django.DjangoModelFactory[Exchange]):
    class Meta:
        model = Exchange

    letter = factory.SubFactory(LetterFactory)
    question = "What do bees drink?"
    answer = "Dew."
    signed = "Ann, Graz"


def letter_data(**changes: Any) -> dict[str, Any]:
    """Return what the message page sends for a good letter to PUREJOY."""
    return {
        "key": str(uuid.uuid4()),
        "code": "PUREJOY",
        "name": "Ann",
        "message": "The honey tastes of caramel.",
        "email": "ann@example.org",
        "consent_version": "2026-11",
        "consent_text": "You agree that we pass it on.",
        "website": "",
        "seconds": 40,
    } | changes
