"""The messages of a letter, by the reader or the beekeeper."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import MD5
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import languages
from upendo.catalogue.models import Picture
from upendo.inbox.models.letter import Letter

LONGEST = 2000  # characters of a reader's message


class MessageQuerySet(models.QuerySet["Message"]):
    def shown_to_reader(self) -> Self:
        """What the reader wrote, and the replies that were sent."""
        return self.filter(sent_at__isnull=False)

    def with_words(self, words: str) -> Self:
        """Messages with exactly this text. An index on its hash makes that fast for any length."""
        return self.alias(digest=MD5("text")).filter(digest=MD5(Value(words)))

    def unsent_replies(self) -> Self:
        """Replies that the desk still works on."""
        return self.filter(author=Message.Author.BEEKEEPER, sent_at__isnull=True)


class Message(models.Model):
    """A message in its own language, beside it the translation that the other side reads.

    The key is the same when a form is sent again with the same words, so that no second message
    is saved.
    """

    class Author(models.TextChoices):
        READER = "reader", _("Reader")
        BEEKEEPER = "beekeeper", _("Beekeeper")

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="messages")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    author = models.CharField(max_length=10, choices=Author, default=Author.BEEKEEPER)
    language = models.CharField(max_length=10, choices=languages.choices, default="sw")
    text = models.TextField(_("words as written"), blank=True)
    translation = models.TextField(blank=True)
    translator = models.CharField(_("translated by"), max_length=80, blank=True)
    photo = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("photo of the handwriting"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(MD5("text"), name="message_words")]
        constraints = [
            models.CheckConstraint(
                condition=Q(author="beekeeper") | ~Q(text=""), name="reader_wrote_something"
            ),
            models.CheckConstraint(
                condition=Q(author="beekeeper") | Q(sent_at__isnull=False),
                name="readers_messages_are_sent",
            ),
        ]

    def __str__(self) -> str:
        author = self.get_author_display()
        if not self.sent_at:
            return gettext("%(author)s, not sent yet") % {"author": author}
        day = date_format(timezone.localdate(self.sent_at), "j F Y")
        return gettext("%(author)s, %(day)s") % {"author": author, "day": day}
