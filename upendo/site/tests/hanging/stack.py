"""Everything that a reader's request passes."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.site.tests.hanging.slow_clients import Door

FILL = """
import json
from django.contrib.auth.models import User
from django.test import Client
from upendo.catalogue.tests.factories import (
    BatchFactory, HoneyFactory, JarFactory, PictureFactory
)
for number in range(50):
    JarFactory.create(code=f"JAR{number}")
editor = Client()
editor.force_login(User.objects.create_superuser("editor"))
picture = PictureFactory.create()
honey = HoneyFactory.create(jar_photo=picture)
JarFactory.create(code="JARPHOTO", batch=BatchFactory.create(honey=honey))
print(json.dumps({"picture": picture.src, "session": editor.cookies["session"].value}))
"""


@dataclass(frozen=True)
class Stack:
    """The running application, the address of a picture in it, and an editor's session."""

    address: str
    postgres: OwnPostgres
    log: Path
    picture: str
    session: str

    @property
    def door(self) -> Door:
        url = urlsplit(self.address)
        assert url.hostname
        assert url.port
        return Door(url.hostname, url.port)


def at(address: str, stack: Stack) -> Stack:
    """Return the same stack, served a second time under another address."""
    return replace(stack, address=address)


def fill(environ: dict[str, str]) -> dict[str, str]:
    """Give a database tables, codes, a picture and an editor; return the last two."""
    manage(environ, "migrate", "--verbosity=0")
    filled: dict[str, str] = json.loads(manage(environ, "shell", "--verbosity=0", "-c", FILL))
    return filled


def manage(environ: dict[str, str], *arguments: str) -> str:
    """Run a command of Django's and return what it prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=os.environ | environ,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
