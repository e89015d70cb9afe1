"""Sections of the story document that other apps add.

Each app does so in a module `story_sections`, which is loaded at the start.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue.models import Jar, Market

type Reader = Callable[[Jar, Market | None, date], Iterable[Any]]


@dataclass(frozen=True)
class Withheld:
    """Something of a story that its readers may not be told today, and why."""

    record: Model
    reason: str


@dataclass(frozen=True)
class StorySection:
    """A list in every story: its name in the document, the form of its items, their source.

    `read` gets the jar, the market whose rules hold (None: the strictest of all) and the day. What
    it reads of models that are not the catalogue's is named in `told`: a change there is a change
    of stories. `withheld` returns what belongs there but may not be told; none if all may.
    """

    name: str
    serializer: type[serializers.BaseSerializer[Any]]
    read: Reader
    told: tuple[type[Model], ...] = ()
    withheld: Callable[[Jar, Market | None, date], Iterable[Withheld]] | None = None


_sections: dict[str, StorySection] = {}


def add_story_section(section: StorySection) -> None:
    """Make a section part of every story from now on, and of the OpenAPI document."""
    _sections[section.name] = section


def section_fields() -> dict[str, "SectionField"]:
    """Return a field for each section, for the story's serializer."""
    return {name: _field_of(section) for name, section in _sections.items()}


def withheld_from(jar: Jar, today: date) -> list[Withheld]:
    """Return what belongs to a jar's story and may not be told where it is sold."""
    asked = [section.withheld for section in _sections.values() if section.withheld]
    return [item for ask in asked for item in ask(jar, jar.market, today)]


def told_by_sections() -> list[type[Model]]:
    """Return the models that the sections read."""
    return [model for section in _sections.values() for model in section.told]


def empty_sections() -> dict[str, list[Any]]:
    """Return the sections of a story for which nothing can be read."""
    return {name: [] for name in _sections}


class SectionField(serializers.Field[Any, Any, Any, Any]):
    """A section's place in the story; the serializer's context names the market and the day."""

    def __init__(self, section: StorySection) -> None:
        super().__init__(source="*", read_only=True)
        self._section = section

    def to_representation(self, jar: Jar) -> Any:
        items = self._section.read(jar, self.context["market"], self.context["today"])
        return self._section.serializer(items, many=True).data


def _field_of(section: StorySection) -> SectionField:
    # A class of its own, since the OpenAPI document asks the class for its form.
    described: type[SectionField] = type("SectionField", (SectionField,), {})
    field: SectionField = extend_schema_field(section.serializer(many=True))(described)(section)
    return field
