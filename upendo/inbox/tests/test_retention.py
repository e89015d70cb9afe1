from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import Settings

from upendo.catalogue.models import Picture
from upendo.catalogue.tests.factories import BeekeeperFactory, PictureFactory
from upendo.inbox.mail.retention import erase, forget_old_letters
from upendo.inbox.models import Letter
from upendo.inbox.tests.factories import LetterFactory, ReplyFactory

pytestmark = pytest.mark.django_db


def test_a_letter_is_kept_for_so_many_months_after_its_last_activity(settings: Settings) -> None:
    settings.LETTERS_KEPT_MONTHS = 2
    for days in (58, 63):
        LetterFactory.create(active_at=timezone.now() - timedelta(days=days))
    assert forget_old_letters() == 1
    assert Letter.objects.get().days_waiting == 58


def test_the_photograph_of_a_reply_goes_with_its_letter() -> None:
    photo = PictureFactory.create()
    ReplyFactory.create(photo=photo)
    assert erase(Letter.objects.all()) == 1
    assert not Picture.objects.exists()
    assert not Picture.history.exists()
    assert default_storage.listdir(photo.folder)[1] == []


def test_a_photograph_that_a_story_shows_stays() -> None:
    photo = PictureFactory.create()
    BeekeeperFactory.create(letter_photo=photo)
    ReplyFactory.create(photo=photo)
    erase(Letter.objects.all())
    assert default_storage.exists(f"{photo.folder}/original.jpeg")
