"""What every test of the application gets."""

from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from upendo.story.document import forget_stories


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """No story and no throttle is carried over from another test."""
    cache.clear()
    forget_stories()


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: Settings) -> None:
    """Uploads go to a folder of the test's own."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "upendo.web.storage.disk.Disk",
            "OPTIONS": {"location": str(tmp_path / "media")},
        }
    }


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """Hashing a password is made slow on purpose; each test with an account would pay for it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
