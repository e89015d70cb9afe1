"""Notices when addresses that are printed begin otherwise than this site does now."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError

from upendo.labels.address import site
from upendo.labels.models import LabelFile, LabelFileQuerySet


def printed_elsewhere() -> LabelFileQuerySet:
    """Return the files of labels whose squares name another host than this site's."""
    files = LabelFile.objects.exclude(site=site())
    return files.select_related("print_run__batch")


@register(Tags.database)
def check_site(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Warn at every release whose SITE_URL is not the one that labels name."""
    if not databases:
        return []
    try:
        sites = sorted(set(printed_elsewhere().values_list("site", flat=True).order_by()))
    except DatabaseError:  # before its first migration
        return []
    if not sites:
        return []
    return [
        Warning(
            f"Labels are printed that begin with {', '.join(sites)}, and SITE_URL makes them begin "
            f"with {site()}.",
            hint="Keep the old host and have it lead here for ever: jars cannot be printed again. "
            "The desk's list of labels says which print runs name it.",
            id="labels.W001",
        )
    ]
