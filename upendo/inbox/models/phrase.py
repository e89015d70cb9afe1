"""Sentences that the desk needs again and again."""

from django.db import models


class Phrase(models.Model):
    """A sentence or a paragraph that can be put into a translation."""

    title = models.CharField(max_length=80, unique=True)
    text = models.TextField()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title
