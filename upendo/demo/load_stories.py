"""Brings the demonstration stories into the database."""

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from upendo.catalogue.maps.kml.boundaries import read_kml
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
from upendo.demo import stories
from upendo.demo.letters import LETTERS, SPOKEN
from upendo.demo.ways import WAYS

FOLDER = Path(__file__).parent
ART = FOLDER / "art"


def load_stories() -> list[str]:
    """Create the demonstration stories whose codes are missing, and return these codes."""
    missing = [jar for jar in stories.JARS if not _exists(jar["code"])]
    for jar in missing:
        _create_story(jar)
    return [jar["code"] for jar in missing]


def _exists(code: str) -> bool:
    return Jar.objects.filter(code=code).exists()


def _create_story(jar: dict[str, Any]) -> None:
    Jar.objects.create(
        code=jar["code"],
        batch=_batch(jar),
        beekeeper=_beekeeper(jar["beekeeper"]),
        retailer=_retailer(stories.RETAILERS[jar["retailer"]]) if jar["retailer"] else None,
        net_weight_grams=jar["net_weight_grams"],
        status=Jar.Status.LIVE,
    )


def _batch(jar: dict[str, Any]) -> Batch:
    lot = jar["batch"]["lot"]
    if existing := Batch.objects.filter(lot=lot).first():
        return existing
    batch = Batch.objects.create(
        honey=_honey(stories.HONEYS[jar["honey"]]),
        forest=_forest(stories.FORESTS[jar["forest"]]),
        **jar["batch"],
    )
    BatchBeekeeper.objects.bulk_create(
        BatchBeekeeper(batch=batch, beekeeper=_beekeeper(key), position=position)
        for position, key in enumerate(jar.get("together_with", []))
    )
    for step in WAYS.get(lot, []):
        picture = picture_of(*step["picture"]) if "picture" in step else None
        BatchStep.objects.create(batch=batch, **step | {"picture": picture})
    return batch


def _forest(forest: dict[str, Any]) -> Forest:
    if existing := Forest.objects.filter(title=forest["title"]).first():
        return existing
    with (FOLDER / forest["kml"]).open("rb") as kml:
        boundary = read_kml(kml)
    lists = {"photo", "kml", "species", "seasons"}
    created = Forest.objects.create(
        photo=picture_of(*forest["photo"]),
        boundary=boundary.outline,
        apiaries=boundary.apiaries,
        **{key: value for key, value in forest.items() if key not in lists},
    )
    Species.objects.bulk_create(
        Species(
            forest=created,
            kind=kind,
            name=name,
            latin_name=latin_name,
            note=note,
            source=stories.SPECIES_SOURCE,
            position=position,
        )
        for position, (kind, name, latin_name, note) in enumerate(forest["species"])
    )
    Season.objects.bulk_create(
        Season(forest=created, kind=kind, label=label, first_month=first, last_month=last)
        for kind, label, first, last in forest["seasons"]
    )
    return created


def _beekeeper(key: str) -> Beekeeper:
    person, letter = stories.BEEKEEPERS[key], LETTERS[key]
    if existing := Beekeeper.objects.filter(name=person["name"]).first():
        return existing
    beekeeper = Beekeeper.objects.create(
        notice=stories.NOTICE.format(name=person["name"].split()[0]),
        letter_photo=picture_of(f"letter-{key}", f"The handwritten letter from {person['name']}"),
        letter_text=letter["text"],
        letter_translation=letter["translation"],
        letter_translator=stories.TRANSLATOR,
        letter_recording=_recording(key, person["name"]) if key in SPOKEN else None,
        **person | {"portrait": picture_of(*person["portrait"])},
    )
    Consent.objects.bulk_create(
        Consent(
            beekeeper=beekeeper,
            subject=subject,
            given_on=stories.CONSENT_GIVEN,
            record=stories.CONSENT_RECORD.format(name=person["name"].split()[0]),
        )
        for subject in Consent.Subject
    )
    return beekeeper


def _recording(key: str, name: str) -> Recording:
    file = FOLDER / "recordings" / f"letter-{key}.ogg"
    return Recording.objects.create(
        title=f"The letter from {name}",
        by_program=True,
        file=ContentFile(file.read_bytes(), name=file.name),
    )


def _honey(honey: dict[str, Any]) -> Honey:
    if existing := Honey.objects.filter(name=honey["name"]).first():
        return existing
    created = Honey.objects.create(
        harvest=stories.HARVEST, **honey | {"jar_photo": picture_of(*honey["jar_photo"])}
    )
    HarvestPicture.objects.bulk_create(
        HarvestPicture(honey=created, picture=picture_of(name, alt), position=position)
        for position, (name, alt) in enumerate(stories.HARVEST_PICTURES)
    )
    HoneyFact.objects.bulk_create(
        HoneyFact(honey=created, title=title, text=text, position=position)
        for position, (title, text) in enumerate(stories.FACTS)
    )
    Nutrient.objects.bulk_create(
        Nutrient(honey=created, name=name, per_100g=amount, position=position)
        for position, (name, amount) in enumerate(stories.NUTRITION)
    )
    _footprint(created)
    return created


def _footprint(honey: Honey) -> None:
    study = {key: value for key, value in stories.FOOTPRINT.items() if key != "stages"}
    footprint = Footprint.objects.create(honey=honey, **study)
    FootprintStage.objects.bulk_create(
        FootprintStage(
            footprint=footprint,
            label=label,
            grams_per_kg=grams,
            comparison_grams_per_kg=comparison,
            position=position,
        )
        for position, (label, grams, comparison) in enumerate(stories.FOOTPRINT["stages"])
    )


def _retailer(retailer: dict[str, Any]) -> Retailer:
    if existing := Retailer.objects.filter(name=retailer["name"]).first():
        return existing
    return Retailer.objects.create(**retailer | {"logo": picture_of(*retailer["logo"])})


def picture_of(name: str, alt: str) -> Picture:
    """Return the picture with an alternative text, made of a drawing if there is none yet."""
    if existing := Picture.objects.filter(alt=alt).first():
        return existing
    drawing = ContentFile((ART / f"{name}.webp").read_bytes(), name=f"{name}.webp")
    return Picture.objects.create(alt=alt, image=drawing, is_photo=False)
