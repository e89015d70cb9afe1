import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from upendo.catalogue.models import Beekeeper
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.story.built_in_pages import BY_NAME
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["Kiswahili", "sw_TZ", ""])
def test_a_letters_language_is_one_of_the_list(language: str) -> None:
    beekeeper = BeekeeperFactory.build(letter_language=language)
    with pytest.raises(ValidationError) as refused:
        beekeeper.full_clean()
    assert "letter_language" in refused.value.message_dict


@pytest.mark.parametrize("language", ["Kiswahili", "sw_TZ", "-", "sw"])
def test_whatever_was_stored_before_breaks_no_page(client: Client, language: str) -> None:
    beekeeper = BeekeeperFactory.create(letter_text="Mpendwa", letter_translation="Dear")
    Beekeeper.objects.update(letter_language=language)
    jar = tell_all(JarFactory.create(beekeeper=beekeeper))
    for page in (*BY_NAME, "read"):
        answer = client.get(f"/app/{jar.code}/{page}")
        assert answer.status_code == 200
        assert "<h1" in answer.content.decode()
