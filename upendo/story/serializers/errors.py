"""What the API says instead of a story."""

from typing import Any

from rest_framework import serializers


class UnknownCodeSerializer(serializers.Serializer[dict[str, Any]]):
    detail = serializers.CharField()
    code = serializers.CharField()
    suggestions = serializers.ListField(child=serializers.CharField())


class ErrorSerializer(serializers.Serializer[dict[str, str]]):
    detail = serializers.CharField()
