"""Some of the hostile files, of every kind, uploaded as in the long attack."""

import time

import pytest
from django.test import Client

from dev.attack._upload import outcome, upload
from dev.attack.hostile_files.make import KINDS, make


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(2 * len(KINDS)))
def test_a_hostile_file_is_used_or_refused_in_words(admin_client: Client, number: int) -> None:
    field, _, content = make(number)
    begin = time.process_time()
    outcome(field, upload(admin_client, field, content))
    assert time.process_time() - begin < 10
