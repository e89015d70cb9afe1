"""Pictures in the story document."""

from rest_framework import serializers

from upendo.catalogue.models import Picture
from upendo.story.serializers.base import StorySerializerBase


class PictureSourceSerializer(serializers.Serializer[dict[str, str]]):
    type = serializers.ChoiceField(choices=["image/avif", "image/webp"])
    srcset = serializers.CharField()


class PictureSerializer(StorySerializerBase[Picture]):
    sources = PictureSourceSerializer(many=True)
    src = serializers.CharField()

    class Meta:
        model = Picture
        fields = [
            "alt",
            "is_photo",
            "credit",
            "taken_on",
            "width",
            "height",
            "focus_x",
            "focus_y",
            "colour",
            "sources",
            "src",
        ]
