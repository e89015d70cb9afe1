import pytest

from upendo.catalogue.models import Beekeeper, Jar, Picture
from upendo.demo.load import load_demo
from upendo.story.document import story_document

pytestmark = pytest.mark.django_db


def test_the_demonstration_is_complete_loads_once_and_leaves_edits_alone() -> None:
    codes = load_demo()
    assert codes[0] == "PUREJOY"
    assert len(set(codes)) == 3
    stories = [story_document(code).story for code in codes]
    for story in stories:
        letter, footprint = story["beekeeper"]["letter"], story["footprint"]
        assert letter
        assert letter["photo"]
        assert story["beekeeper"]["notice"]
        assert story["forest"]["boundary"]
        assert story["honey"]["jar_photo"]
        assert footprint
        assert footprint["total_grams_per_kg"] == 1906
    assert len({story["beekeeper"]["name"] for story in stories}) == 3

    Beekeeper.objects.filter(name__startswith="Neema").update(bio="Edited.")
    pictures = Picture.objects.count()
    assert load_demo() == []
    assert Beekeeper.objects.get(name__startswith="Neema").bio == "Edited."
    assert (Picture.objects.count(), Jar.objects.count()) == (pictures, 3)
