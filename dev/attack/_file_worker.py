"""Uploads the files whose numbers come in, in a process with a database of its own.

For each it prints a line of JSON: what became of it, seconds of a processor, megabytes at most.
"""

import ctypes
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from dev.environment import use_local_environment

use_local_environment()
os.environ["DJANGO_SETTINGS_MODULE"] = "upendo.settings"
os.environ["MEDIA_ROOT"] = tempfile.mkdtemp()

import django  # noqa: E402 - after its settings

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from dev.attack._hostile_files import make  # noqa: E402
from dev.attack._upload import upload  # noqa: E402


def main() -> None:
    """Work until no more numbers come."""
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        client = Client(raise_request_exception=False)
        client.force_login(User.objects.create_superuser("attack", password=None))
        print(json.dumps("ready"), flush=True)
        for line in sys.stdin:
            print(json.dumps(_try(client, int(line))), flush=True)
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def _try(client: Client, number: int) -> dict[str, object]:
    field, name, content = make(number)
    ctypes.CDLL(None).malloc_trim(0)  # what making the file took is not the upload's
    Path("/proc/self/clear_refs").write_text("5")  # forgets the most memory so far
    begin = time.process_time()
    try:
        outcome, words = upload(client, field, content)
    except Exception as error:
        outcome, words = "broken", repr(error)[:300]
    return {
        "field": field,
        "kind": name,
        "outcome": outcome,
        "words": words,
        "seconds": time.process_time() - begin,
        "megabytes": _most_memory(),
    }


def _most_memory() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    main()
