"""The shop and the beekeeper in the story document."""

from rest_framework import serializers

from upendo.catalogue.models import Retailer
from upendo.catalogue.models.shown import ShownBeekeeper, ShownLetter
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.pictures import PictureSerializer
from upendo.story.serializers.recordings import RecordingSerializer


class StoryRetailerSerializer(StorySerializerBase[Retailer]):
    website = serializers.SerializerMethodField()
    logo = PictureSerializer(allow_null=True)

    class Meta:
        model = Retailer
        fields = ["name", "website", "logo"]

    def get_website(self, retailer: Retailer) -> str | None:
        return retailer.website or None


class LetterSerializer(serializers.Serializer[ShownLetter]):
    language = serializers.CharField()
    text = serializers.CharField()
    translation = serializers.CharField()
    translator = serializers.CharField()
    photo = PictureSerializer(allow_null=True)
    recording = RecordingSerializer(allow_null=True)


class StoryBeekeeperSerializer(serializers.Serializer[ShownBeekeeper]):
    name = serializers.CharField()
    is_group = serializers.BooleanField(
        help_text="All beekeepers of the forest, where one does not want to be named."
    )
    village = serializers.CharField()
    since = serializers.IntegerField(allow_null=True)
    bio = serializers.CharField()
    notice = serializers.CharField()
    portrait = PictureSerializer(allow_null=True)
    letter = LetterSerializer(allow_null=True)


class PersonSerializer(StoryBeekeeperSerializer):
    number = serializers.IntegerField(help_text="In the address of the person's own page.")
