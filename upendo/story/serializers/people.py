"""The shop and the beekeeper in the story document."""

from rest_framework import serializers

from upendo.catalogue.models import Beekeeper, Retailer
from upendo.catalogue.models.shown import ShownBeekeeper
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.pictures import PictureSerializer


class StoryRetailerSerializer(StorySerializerBase[Retailer]):
    website = serializers.SerializerMethodField()
    logo = PictureSerializer(allow_null=True)

    class Meta:
        model = Retailer
        fields = ["name", "website", "logo"]

    def get_website(self, retailer: Retailer) -> str | None:
        return retailer.website or None


class LetterSerializer(StorySerializerBase[Beekeeper]):
    language = serializers.CharField(source="letter_language")
    text = serializers.CharField(source="letter_text")
    translation = serializers.CharField(source="letter_translation")
    translator = serializers.CharField(source="letter_translator")
    photo = PictureSerializer(source="letter_photo", allow_null=True)

    class Meta:
        model = Beekeeper
        fields = ["language", "text", "translation", "translator", "photo"]


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
