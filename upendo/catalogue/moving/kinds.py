"""What an archive holds: which models, in which order, and which of their fields."""

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
# A code arrives as a draft, without its print run; what a copy works out itself stays behind.
LEFT_OUT = {
    Jar: {"status", "print_run"},
    Forest: {"proposal", "proposal_notes"},
    Picture: {"image", "width", "height", "colour", "folder", "source"},
    Recording: {"file", "seconds"},
    Consent: {"withdrawn_on", "withdrawal", "withdrawn_at"},
}
# The field with a file, which stands in the archive beside the index.
FILES: dict[type[models.Model], str] = {Picture: "image", Recording: "file"}


@dataclass(frozen=True)
class Kind:
    """A model: known to both copies by the value of `identity`, or moved with its `owner`."""

    model: type[models.Model]
    identity: str = ""
    owner: str = ""

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def file(self) -> str:
        """The field with its file; empty where it has none."""
        return FILES.get(self.model, "")

    @property
    def fields(self) -> "list[models.Field[Any, Any]]":
        """The fields that move, links included."""
        out = LEFT_OUT.get(self.model, set()) | {"updated_at"}
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


# What is linked to comes before what links to it.
KINDS = (
    Kind(Picture),
    Kind(Recording),
    Kind(Retailer, identity="name"),
    Kind(Forest, identity="title"),
    Kind(Species, owner="forest"),
    Kind(Season, owner="forest"),
    Kind(Beekeeper, identity="name"),
    Kind(Consent, owner="beekeeper"),
    Kind(Honey, identity="name"),
    Kind(HoneyFact, owner="honey"),
    Kind(Nutrient, owner="honey"),
    Kind(HarvestPicture, owner="honey"),
    Kind(Footprint, owner="honey"),
    Kind(FootprintStage, owner="footprint"),
    Kind(Batch, identity="lot"),
    Kind(BatchStep, owner="batch"),
    Kind(BatchBeekeeper, owner="batch"),
    Kind(Jar, identity="code"),
)
BY_NAME = {kind.name: kind for kind in KINDS}
