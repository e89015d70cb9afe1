"""Brings all that the demonstration shows into the database, once."""

from django.db import transaction

from upendo.demo.load_claims import load_claims
from upendo.demo.load_pages import load_pages
from upendo.demo.load_stories import load_stories


@transaction.atomic
def load_demo() -> list[str]:
    """Create the demonstration stories that are missing, and return their codes.

    A story whose code exists is left alone, whatever somebody made of it; records that stories
    share are created only if nothing bears their name.
    """
    codes = load_stories()
    load_claims(codes)
    load_pages(codes)
    return codes
