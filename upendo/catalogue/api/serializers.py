"""How the staff's API reads and writes the catalogue, one serializer a model."""

from copy import copy
from typing import Any

from django.db import models
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.validators import UniqueValidator

from upendo.catalogue import codes, lifecycle
from upendo.catalogue.maps.kml.boundaries import read_kml
from upendo.catalogue.models import Batch, Beekeeper, Forest, Honey, Jar, Retailer
from upendo.web.apart import apart


class CleanSerializer[M: models.Model](serializers.ModelSerializer[M]):
    """A serializer that holds the model's own rules and constraints too."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Raises Django's ValidationError, which the framework turns into a 400."""
        # The framework has checked what must be unique.
        self.would_be(attrs).full_clean(validate_unique=False)
        return attrs

    def would_be(self, attrs: dict[str, Any]) -> M:
        """Return the record as it would be."""
        model: type[M] = self.Meta.model
        instance = copy(self.instance) if self.instance else model()
        for name, value in attrs.items():
            setattr(instance, name, value)
        return instance


class BeekeeperSerializer(CleanSerializer[Beekeeper]):
    class Meta:
        model = Beekeeper
        fields = [
            "id",
            "name",
            "village",
            "since",
            "bio",
            "notice",
            "portrait",
            "letter_photo",
            "letter_language",
            "letter_text",
            "letter_translation",
            "letter_translator",
            "letter_recording",
        ]


class ForestSerializer(CleanSerializer[Forest]):
    kml = serializers.FileField(write_only=True, required=False, help_text="The outline as KML.")

    class Meta:
        model = Forest
        fields = [
            "id",
            "title",
            "region",
            "country",
            "description",
            "importance",
            "photo",
            "kml",
            "boundary",
            "boundary_note",
            "apiaries",
            "area_hectares",
            "area_source",
            "beekeeper_count",
            "beekeeper_count_source",
        ]
        read_only_fields = ["boundary", "apiaries"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if kml := attrs.pop("kml", None):
            boundary = apart(read_kml, kml)
            attrs |= {"boundary": boundary.outline, "apiaries": boundary.apiaries}
        return super().validate(attrs)


class HoneySerializer(CleanSerializer[Honey]):
    class Meta:
        model = Honey
        fields = [
            "id",
            "name",
            "tasting_note",
            "description",
            "season",
            "harvest",
            "jar_photo",
            "recipe_title",
            "recipe_url",
        ]


class BatchSerializer(CleanSerializer[Batch]):
    class Meta:
        model = Batch
        fields = [
            "id",
            "lot",
            "honey",
            "forest",
            "harvested_from",
            "harvested_to",
            "bottled_on",
            "weight_kg",
            "moisture_percent",
            "hmf_mg_per_kg",
            "colour_mm_pfund",
        ]


class RetailerSerializer(CleanSerializer[Retailer]):
    class Meta:
        model = Retailer
        fields = ["id", "name", "website", "logo", "market"]


class CodeField(serializers.CharField):
    """A code, in any letter case and with spaces or dashes."""

    def to_internal_value(self, data: Any) -> str:
        return codes.normalise(super().to_internal_value(data))


class JarSerializer(CleanSerializer[Jar]):
    code = CodeField(
        required=False,
        validators=[UniqueValidator(Jar.objects.all(), message="This code exists already.")],
        help_text="Left out: a new random code.",
    )

    class Meta:
        model = Jar
        fields = ["id", "code", "batch", "beekeeper", "retailer", "net_weight_grams", "status"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A code goes live here as it does at the desk: by those who may, if its story is ready."""
        attrs = super().validate(attrs)
        jar = self.would_be(attrs)
        if jar.is_printed and not (self.instance and self.instance.is_printed):
            if not self.context["request"].user.has_perm("catalogue.publish_draft"):
                raise PermissionDenied("You may not bring codes live.")
            try:
                lifecycle.require_ready([jar])
            except lifecycle.NotReadyError as refusal:
                words = [gap.words for gap in refusal.gaps]
                raise serializers.ValidationError({"status": words}) from refusal
        return attrs
