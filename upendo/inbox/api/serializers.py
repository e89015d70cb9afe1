"""What a reader sends, and what comes back."""

import unicodedata
from typing import Any

from rest_framework import serializers

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.inbox.correspondence import consent
from upendo.inbox.correspondence.receive import receive_letter
from upendo.inbox.models import Letter, message

NO_SUCH_JAR = "No jar carries this code."


# Signs that are not seen and belong to what is written: they part or join letters in Persian and
# Indian names, join emoji to families, and spell the flags of regions.
_WRITTEN = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xE0020, 0xE0080)))


class NameField(serializers.CharField):
    """A name on one line: nothing in it starts another line or writes backwards."""

    def to_internal_value(self, data: Any) -> str:
        plain = "".join(
            " " if _is_unwanted(char) else char for char in super().to_internal_value(data)
        )
        name = " ".join(plain.split())
        if not set(name) - _WRITTEN - {" "}:
            self.fail("blank")
        return name


def _is_unwanted(char: str) -> bool:
    return char not in _WRITTEN and unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}


class NewLetterSerializer(serializers.Serializer[dict[str, Any]]):
    key = serializers.UUIDField(
        help_text="Made by the sender; the same key and content again make no second letter."
    )
    code = serializers.CharField(max_length=50, error_messages={"blank": NO_SUCH_JAR})
    name = NameField(
        max_length=80,
        error_messages={
            "blank": "Please give a name to answer to.",
            "required": "Please give a name to answer to.",
            "max_length": "Please shorten the name to {max_length} characters.",
        },
    )
    message = serializers.CharField(
        max_length=message.LONGEST,
        error_messages={
            "blank": "Please write a message.",
            "required": "Please write a message.",
            "max_length": "Please shorten the message to {max_length} characters.",
        },
    )
    email = serializers.EmailField(
        max_length=254,
        required=False,
        allow_blank=True,
        default="",
        error_messages={
            "invalid": "Please check the email address: it should look like name@example.org.",
        },
    )
    consent_version = serializers.ChoiceField(
        choices=[(version, version) for version in consent.VERSIONS],
        # It repeats nothing of what was sent, which may be no text at all.
        error_messages={"invalid_choice": "Please reload this page and send the letter again."},
    )
    consent_text = serializers.CharField(
        max_length=consent.LONGEST, help_text="The sentence as it was shown."
    )
    website = serializers.CharField(
        max_length=200,
        required=False,
        allow_blank=True,
        default="",
        help_text="A field that people do not see and leave empty.",
    )
    seconds = serializers.IntegerField(
        min_value=0, max_value=10**9, help_text="How long the page was open."
    )

    def validate_code(self, typed: str) -> Jar:
        """Return the jar; its code may be in any letter case and with spaces or dashes."""
        printed = Jar.objects.printed().select_related("beekeeper")
        jar = printed.filter(code=codes.normalise(typed)).first()
        if jar is None:
            raise serializers.ValidationError(NO_SUCH_JAR)
        return jar

    def receive(self) -> Letter:
        """Return the letter of checked data, committed. Raises LetterboxFullError."""
        data = self.validated_data
        return receive_letter(
            key=data["key"],
            jar=data["code"],
            name=data["name"],
            text=data["message"],
            email=data["email"],
            consent_version=data["consent_version"],
            consent_text=data["consent_text"],
            trap=data["website"],
            seconds=data["seconds"],
        )


class ReceivedLetterSerializer(serializers.Serializer[dict[str, str]]):
    path = serializers.CharField(help_text="The reader's private page; nobody else is told.")


class LetterProblemsSerializer(serializers.Serializer[dict[str, Any]]):
    """Sentences by field; detail when the whole could not be read."""

    detail = serializers.CharField(required=False)
    key = serializers.ListField(child=serializers.CharField(), required=False)
    code = serializers.ListField(child=serializers.CharField(), required=False)
    name = serializers.ListField(child=serializers.CharField(), required=False)
    message = serializers.ListField(child=serializers.CharField(), required=False)
    email = serializers.ListField(child=serializers.CharField(), required=False)
