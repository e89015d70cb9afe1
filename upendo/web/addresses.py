"""Our own addresses, whole: they begin as SITE_URL says, never as a client does."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str) -> str:
    """Return the whole address of one of our pages; one that is whole stays as it is."""
    return urljoin(settings.SITE_URL, path)
