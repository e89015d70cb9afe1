"""Some of the hostile files, of every kind, uploaded as in the long attack."""

import time
from pathlib import Path

import pytest
from django.test import Client

from dev.attack._upload import outcome, upload
from dev.attack.hostile_files.make import KINDS, MUST_BE_KEPT, make


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(2 * len(KINDS)))
def test_a_hostile_file_is_used_or_refused_in_words(
    admin_client: Client, tmp_path: Path, number: int
) -> None:
    field, kind, content = make(number)
    file = tmp_path / "file"
    file.write_bytes(content)
    begin = time.process_time()
    state, _ = outcome(field, upload(admin_client, field, file))
    assert time.process_time() - begin < 10
    assert state == "accepted" or kind not in MUST_BE_KEPT
