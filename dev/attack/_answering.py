"""The worker's side of workers.py."""

import json
import sys
from collections.abc import Callable

from django.db import connection
from django.test.utils import setup_test_environment


def answer_lines(prepare: Callable[[], Callable[[str], object]]) -> None:
    """Prepare on an empty database, and answer each line until no more come."""
    setup_test_environment()
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        answer = prepare()
        print(json.dumps("ready"), flush=True)
        for line in sys.stdin:
            print(json.dumps(answer(line.strip())), flush=True)
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)
