"""What an archive holds: which models, in which order, and which of their fields.

Other apps add theirs in a module `archived`, which is loaded at the start.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from upendo.catalogue.models import (
    Batch,
    BatchBeekeeper,
    BatchStep,
    Beekeeper,
    Consent,
    Footprint,
    FootprintStage,
    Forest,
    HarvestPicture,
    Honey,
    HoneyFact,
    Jar,
    Nutrient,
    Picture,
    Recording,
    Retailer,
    Season,
    Species,
)

FORMAT = "upendo-content"
VERSION = 1
INDEX = "content.json"


def _always(_: Any) -> bool:
    return True


def _never(_: Any) -> bool:
    return False


@dataclass(frozen=True)
class Kind:
    """A model: known to both copies by the values of `identity`, or moved with its `owner`.

    A row that does not `move` stays behind. One that every copy `has_by_itself`, as it is there,
    takes over what the archive says. The `file` is the field with one, which stands in the archive
    beside the index.
    """

    model: type[models.Model]
    identity: tuple[str, ...] = ()
    owner: str = ""
    file: str = ""
    left_out: frozenset[str] = frozenset()
    moves: Callable[[Any], bool] = _always
    has_by_itself: Callable[[Any], bool] = _never

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def fields(self) -> "list[models.Field[Any, Any]]":
        """The fields that move, links included."""
        out = self.left_out | {"updated_at", self.file}
        return [
            field
            for field in self.model._meta.concrete_fields
            if not field.primary_key and field.name not in out
        ]

    @property
    def links(self) -> "dict[str, type[models.Model]]":
        """The links among them, and where each leads."""
        return {
            field.name: field.related_model
            for field in self.fields
            if isinstance(field, models.ForeignKey)
        }


def _in_force(consent: Consent) -> bool:
    return consent.withdrawn_on is None


# What is linked to comes before what links to it. What a copy works out itself stays behind.
KINDS = [
    Kind(
        Picture,
        file="image",
        left_out=frozenset({"width", "height", "colour", "folder", "source"}),
    ),
    Kind(Recording, file="file", left_out=frozenset({"seconds"})),
    Kind(Retailer, identity=("name",)),
    Kind(
        Forest,
        identity=("title",),
        left_out=frozenset({"proposal", "proposal_notes", "surroundings"}),
    ),
    Kind(Species, owner="forest"),
    Kind(Season, owner="forest"),
    Kind(Beekeeper, identity=("name",)),
    Kind(
        Consent,
        owner="beekeeper",
        left_out=frozenset({"withdrawn_on", "withdrawal", "withdrawn_at"}),
        moves=_in_force,
    ),
    Kind(Honey, identity=("name",)),
    Kind(HoneyFact, owner="honey"),
    Kind(Nutrient, owner="honey"),
    Kind(HarvestPicture, owner="honey"),
    Kind(Footprint, owner="honey"),
    Kind(FootprintStage, owner="footprint"),
    Kind(Batch, identity=("lot",)),
    Kind(BatchStep, owner="batch"),
    Kind(BatchBeekeeper, owner="batch"),
    # A code arrives as a draft, without its print run.
    Kind(Jar, identity=("code",), left_out=frozenset({"status", "print_run"})),
]
BY_NAME = {kind.name: kind for kind in KINDS}


def add_kinds(*kinds: Kind) -> None:
    """Have archives take along more kinds, which link to those that are there."""
    KINDS.extend(kinds)
    BY_NAME.update({kind.name: kind for kind in kinds})
