"""Where jars are sold."""

from django.db import models


class Market(models.TextChoices):
    """Where a jar is sold; it decides which claims may be shown."""

    EU = "EU", "European Union"
    UK = "UK", "United Kingdom"
    US = "US", "United States"
    CA = "CA", "Canada"
    ANZ = "ANZ", "Australia and New Zealand"
    WORLD = "WORLD", "Rest of the world"


EVERYWHERE = frozenset(Market)
