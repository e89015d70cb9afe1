"""Catalogue records with plain defaults."""

import io
from collections.abc import Iterable
from datetime import date

import factory
from django.core.files.base import ContentFile
from PIL import Image

from upendo.catalogue.models import (
    Batch,
    BatchBeekeeper,
    BatchStep,
    Beekeeper,
    Consent,
    Footprint,
    FootprintStage,
    Forest,
    Honey,
    Jar,
    Picture,
    Recording,
    Retailer,
)


def image_file(
    size: tuple[int, int] = (640, 480), kind: str = "JPEG", colour: str = "#d99a1e"
) -> "ContentFile[bytes]":
    """Return an uploaded picture of one colour."""
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, kind)
    return ContentFile(content.getvalue(), name=f"photo.{kind.lower()}")


class PictureFactory(factory.django.DjangoModelFactory[Picture]):
    class Meta:
        model = Picture

    alt = "A jar of honey"
    is_photo = False
    image = factory.LazyFunction(image_file)


class RecordingFactory(factory.django.DjangoModelFactory[Recording]):
    """A recording that is stored already: nothing is read."""

    class Meta:
        model = Recording

    title = "Neema reads her letter"
    file = factory.Sequence(lambda n: f"recordings/{n:016x}/recording.mp3")
    seconds = 62


class ForestFactory(factory.django.DjangoModelFactory[Forest]):
    class Meta:
        model = Forest

    title = factory.Sequence(lambda n: f"Forest {n}")
    region = "Katavi Region"
    description = "Open woodland."


class BeekeeperFactory(factory.django.DjangoModelFactory[Beekeeper]):
    class Meta:
        model = Beekeeper
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Beekeeper {n}")
    village = "Inyonga"
    bio = "Keeps bees."

    @factory.post_generation
    def agrees_to(self, create: bool, subjects: "Iterable[str] | None", **_: object) -> None:
        """Agree to everything, or to what the test says."""
        if not create:
            return
        for subject in Consent.Subject if subjects is None else subjects:
            ConsentFactory.create(beekeeper=self, subject=subject)


class ConsentFactory(factory.django.DjangoModelFactory[Consent]):
    class Meta:
        model = Consent

    beekeeper = factory.SubFactory(BeekeeperFactory, agrees_to=[])
    subject = Consent.Subject.NAME
    given_on = date(2026, 1, 31)
    record = "Signed form"


class HoneyFactory(factory.django.DjangoModelFactory[Honey]):
    class Meta:
        model = Honey

    name = factory.Sequence(lambda n: f"Honey {n}")
    tasting_note = "Caramel."
    description = "A light honey."
    season = "May to August"
    harvest = "By rope."


class BatchFactory(factory.django.DjangoModelFactory[Batch]):
    class Meta:
        model = Batch

    lot = factory.Sequence(lambda n: f"LOT-{n}")
    honey = factory.SubFactory(HoneyFactory)
    forest = factory.SubFactory(ForestFactory)
    harvested_from = date(2026, 6, 1)
    harvested_to = date(2026, 7, 1)


class BatchStepFactory(factory.django.DjangoModelFactory[BatchStep]):
    class Meta:
        model = BatchStep

    batch = factory.SubFactory(BatchFactory)
    kind = BatchStep.Kind.HARVESTED
    day = date(2026, 6, 8)
    place = "Inyonga, Tanzania"


class BatchBeekeeperFactory(factory.django.DjangoModelFactory[BatchBeekeeper]):
    class Meta:
        model = BatchBeekeeper

    batch = factory.SubFactory(BatchFactory)
    beekeeper = factory.SubFactory(BeekeeperFactory)


class RetailerFactory(factory.django.DjangoModelFactory[Retailer]):
    class Meta:
        model = Retailer

    name = factory.Sequence(lambda n: f"Shop {n}")


class JarFactory(factory.django.DjangoModelFactory[Jar]):
    class Meta:
        model = Jar

    batch = factory.SubFactory(BatchFactory)
    beekeeper = factory.SubFactory(BeekeeperFactory)
    status = Jar.Status.LIVE


class FootprintFactory(factory.django.DjangoModelFactory[Footprint]):
    class Meta:
        model = Footprint

    honey = factory.SubFactory(HoneyFactory)
    method = "Cradle to shop"
    boundary = "Transport and packaging"
    year = 2025
    source = "A study"


class FootprintStageFactory(factory.django.DjangoModelFactory[FootprintStage]):
    class Meta:
        model = FootprintStage

    footprint = factory.SubFactory(FootprintFactory)
    label = factory.Sequence(lambda n: f"Stage {n}")
