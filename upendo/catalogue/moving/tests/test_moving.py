"""A story moves to an empty copy with all that belongs to it, once, and as a draft."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction

from upendo.catalogue.models import (
    Consent,
    Content,
    Forest,
    HarvestPicture,
    HoneyFact,
    Jar,
    Nutrient,
    Part,
    Picture,
    Season,
    Species,
)
from upendo.catalogue.moving.check import BadArchiveError
from upendo.catalogue.moving.export import export_content
from upendo.catalogue.moving.kinds import INDEX, KINDS, VERSION
from upendo.catalogue.moving.load import import_content
from upendo.catalogue.tests.factories import (
    BatchBeekeeperFactory,
    BatchStepFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
    RetailerFactory,
    image_file,
)
from upendo.catalogue.tests.sounds import sound_file

pytestmark = pytest.mark.django_db


def make_story() -> Jar:
    """A live story with every kind of row."""
    jar = JarFactory.create(
        code="MOVEME",
        status=Jar.Status.LIVE,
        beekeeper=BeekeeperFactory.create(
            name="Neema",
            portrait=PictureFactory.create(),
        ),
        retailer=RetailerFactory.create(name="Shop"),
    )
    forest, honey = jar.batch.forest, jar.batch.honey
    forest.title = "Mlele"
    forest.photo = PictureFactory.create(alt="Trees", image=image_file(colour="#17361f"))
    forest.save()
    Species.objects.create(forest=forest, kind="plant", name="Mnondo")
    Season.objects.create(forest=forest, kind="rain", label="Rain", first_month=11, last_month=4)
    HoneyFact.objects.create(honey=honey, title="Keep it", text="Dark and dry.")
    Nutrient.objects.create(honey=honey, name="Sugars", per_100g="82 g")
    HarvestPicture.objects.create(honey=honey, picture=forest.photo)
    FootprintStageFactory.create(footprint=FootprintFactory.create(honey=honey))
    BatchBeekeeperFactory.create(batch=jar.batch, beekeeper__agrees_to=[])
    BatchStepFactory.create(batch=jar.batch, picture=forest.photo)
    return jar


@contextmanager
def on_another_copy() -> Iterator[None]:
    """What is made here is forgotten afterwards, but for the pictures' files."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def moved() -> io.BytesIO:
    """An archive of a story, for a copy that has nothing of it."""
    target = io.BytesIO()
    with on_another_copy():
        make_story()
        export_content(Jar.objects.all(), target)
    return target


def count() -> dict[str, int]:
    """How many rows of each kind there are, but of those that every copy has by itself."""
    ours = (kind for kind in KINDS if kind.model._meta.app_label == "catalogue")
    return {kind.name: kind.model._default_manager.count() for kind in ours}


def changed(archive: io.BytesIO, change: Callable[[Any], object]) -> io.BytesIO:
    """The archive with another index."""
    target = io.BytesIO()
    with ZipFile(archive) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content: Any = old.read(name)
            if name == INDEX:
                said = json.loads(content)
                change(said)
                content = json.dumps(said)
            new.writestr(name, content)
    return target


def row(said: Any, kind: str) -> Any:
    return next(row for row in said["rows"] if row["kind"] == kind)


def test_the_whole_story_arrives_and_its_code_is_a_draft() -> None:
    target = io.BytesIO()
    with on_another_copy():
        neema = make_story().beekeeper
        neema.letter_recording = RecordingFactory.create(file=sound_file())
        neema.save()
        export_content(Jar.objects.all(), target)
    import_content(target)
    jar = Jar.objects.get(code="MOVEME")
    assert jar.status == Jar.Status.DRAFT
    assert jar.beekeeper.name == "Neema"
    assert jar.beekeeper.portrait is not None
    assert jar.beekeeper.portrait.alt == "A jar of honey"
    assert jar.beekeeper.letter_recording is not None
    assert jar.beekeeper.letter_recording.seconds == 2
    assert jar.batch.forest.species.get().name == "Mnondo"
    assert jar.batch.honey.footprint.stages.count() == 1
    with jar.batch.forest.photo.image.open() as original:  # type: ignore[union-attr]  # it has one
        assert original.read(3) == b"\xff\xd8\xff"
    assert all(count().values())


def test_only_consents_in_force_move() -> None:
    target = io.BytesIO()
    with on_another_copy():
        neema = make_story().beekeeper
        neema.consents.filter(subject="letter").update(withdrawn_on="2026-11-20")
        export_content(Jar.objects.all(), target)
    import_content(target)
    assert not Consent.objects.filter(subject="letter").exists()
    assert Consent.objects.count() == len(Consent.Subject) - 1


def test_importing_twice_makes_nothing_twice(moved: io.BytesIO) -> None:
    import_content(moved)
    before = count()
    outcome = import_content(moved)
    assert count() == before
    assert not outcome.made
    assert "jar code MOVEME" in outcome.left_alone


def test_what_is_here_already_is_left_alone(moved: io.BytesIO) -> None:
    mine = Forest.objects.create(title="Mlele", region="Elsewhere", description="Mine.")
    import_content(moved)
    mine.refresh_from_db()
    assert (mine.region, mine.species.count()) == ("Elsewhere", 0)
    assert Jar.objects.get(code="MOVEME").batch.forest == mine


def test_pictures_of_what_is_here_already_do_not_arrive(moved: io.BytesIO) -> None:
    import_content(moved)
    assert Picture.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda said: said.update(version=VERSION + 1), "to the same release"),
        (lambda said: said.update(format="else"), "not of the format"),
        (lambda said: said.pop("rows"), "lacks 'rows'"),
        (lambda said: row(said, "forest").update(kind="cave"), "cave"),
        (lambda said: row(said, "forest")["fields"].update(caves=1), "does not know caves"),
        (lambda said: row(said, "forest")["fields"].update(title=""), "forest .* title: "),
        (lambda said: row(said, "batch")["fields"].update(forest=999), "row 999, which is not in"),
        (lambda said: row(said, "batch")["fields"].pop("honey"), "honey: It leads nowhere"),
        (lambda said: row(said, "jar")["fields"].update(net_weight_grams=0), "jar .* net_weight"),
        (lambda said: row(said, "picture")["fields"].update(file="pictures/no"), "pictures/no"),
        (lambda said: said["rows"].append(said["rows"][0]), "two rows with this key"),
        (lambda said: said["rows"].append(7), "no row at all"),
        (
            lambda said: row(said, "honey")["fields"].update(description="Carbon neutral honey."),
            "honey .* description: ",
        ),
    ],
)
def test_a_bad_archive_is_refused_in_words_and_nothing_is_written(
    moved: io.BytesIO, change: Callable[[Any], object], said: str
) -> None:
    with pytest.raises(BadArchiveError, match=said):
        import_content(changed(moved, change))
    assert not any(count().values())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"a letter"])
def test_what_is_no_archive_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(BadArchiveError, match="not an archive of stories"):
        import_content(io.BytesIO(content))


def test_a_torn_picture_is_refused_before_anything_is_written(moved: io.BytesIO) -> None:
    target = io.BytesIO()
    with ZipFile(moved) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:300] if name.startswith("pictures/") else content)
    with pytest.raises(BadArchiveError, match="picture"):
        import_content(target)
    assert not any(count().values())


def test_whatever_a_story_tells_has_its_place_in_the_archive() -> None:
    told = {model for model in apps.get_models() if issubclass(model, Content | Part)}
    # Claims stay behind, with their evidence.
    assert {model for model in told if model._meta.app_label in ("catalogue", "pages")} <= {
        kind.model for kind in KINDS
    }


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "content.zip")
    with on_another_copy():
        make_story()
        call_command("export_content", file, "moveme")
    call_command("import_content", file, "--dry-run")
    assert not Jar.objects.exists()
    call_command("import_content", file)
    assert "1 jar codes" in capsys.readouterr().out
    call_command("import_content", file)
    assert "left alone: jar code MOVEME" in capsys.readouterr().out


def test_the_commands_say_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_text("no")
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_content", str(bad))
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_content", str(tmp_path / "nowhere.zip"))
    with pytest.raises(CommandError, match="There is no code NOSUCH"):
        call_command("export_content", str(bad), "NOSUCH")
