"""What every part of the story document has in common."""

from typing import Any

from django.db import models
from rest_framework import serializers


class StorySerializerBase[M: models.Model](serializers.ModelSerializer[M]):
    """A part of the story: everything in it is there to be read, and always there."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for field in fields.values():
            field.read_only, field.required = True, False
        return fields
