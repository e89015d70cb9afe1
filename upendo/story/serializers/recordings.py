"""Recordings in the story document."""

from rest_framework import serializers

from upendo.catalogue.models import Recording
from upendo.story.serializers.base import StorySerializerBase


class RecordingSerializer(StorySerializerBase[Recording]):
    language = serializers.CharField()
    src = serializers.CharField(help_text="An MP3, which is sent in parts to whoever asks so.")

    class Meta:
        model = Recording
        fields = ["title", "language", "by_program", "seconds", "src"]
