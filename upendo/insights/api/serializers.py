"""What a page tells of a visit, and what of it is counted."""

from typing import Any

from rest_framework import serializers

from upendo.catalogue import codes
from upendo.insights.counting.gathered import Counted
from upendo.insights.models import Act, Kind
from upendo.story.pages import COUNTED
from upendo.story.ways import Way


class VisitSerializer(serializers.Serializer[None]):
    """What is new of a visit since the page told of it last; nothing in it names the visit."""

    code = serializers.CharField(max_length=codes.LONGEST)
    way = serializers.ChoiceField(choices=Way.choices)
    opened = serializers.BooleanField(help_text="Whether the visit has begun since then.")
    pages = serializers.ListField(
        child=serializers.ChoiceField(choices=COUNTED),
        max_length=len(COUNTED),
        help_text="Pages seen for the first time in this visit.",
    )
    acts = serializers.ListField(
        child=serializers.ChoiceField(choices=Act.choices),
        max_length=len(Act),
        help_text="What the reader did for the first time in this visit.",
    )


# One for all requests, which keeps nothing of them: a new one would copy every field first.
visits = VisitSerializer()


def counted(visit: dict[str, Any], traits: dict[Kind, str]) -> set[Counted]:
    """Return what a valid beacon adds one to; traits are counted with the opening."""
    code, way = codes.normalise(visit["code"]), visit["way"]
    if not codes.is_code(code):
        return set()
    found = {Counted(code, Kind.PAGE, way, page) for page in visit["pages"]}
    found |= {Counted(code, Kind.ACT, way, act) for act in visit["acts"]}
    if visit["opened"]:
        found |= {Counted(code, Kind.VISIT, way)}
        found |= {Counted(code, kind, "", value) for kind, value in traits.items() if value}
    return found
