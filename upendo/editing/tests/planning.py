"""A manager sets a time for the draft of somebody whom readers meet."""

from typing import Any

from django.test import Client

from upendo.catalogue.models import Beekeeper

REVIEW = "/admin/catalogue/draft/review/"
WHEN = {"day": "2026-11-30", "time": "08:00", "zone": "Africa/Dar_es_Salaam"}
FRIDAY = "2026-11-27T15:00Z"


def plan(client: Client, button: str = "_plan", **typed: str) -> Any:
    """Press a button of the page with all drafts of the story, as somebody sees it."""
    query = f"{REVIEW}?story=PUREJOY"
    seen = [review.seen for review in client.get(query).context["reviews"]]
    return client.post(query, {"seen": seen, button: "", **WHEN, **typed}, follow=True)


def bio() -> str:
    return Beekeeper.objects.get(name="Neema").bio
