"""Times as somebody's own clock shows them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from django.utils.formats import date_format

# The rest of the database are technical names, and old ones beside these.
CONTINENTS = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/"),
    *("Europe/", "Indian/", "Pacific/", "UTC"),
)


def zones() -> list[str]:
    """Return the names of time zones, by continent and place, with those of browsers."""
    return sorted(zone for zone in available_timezones() if zone.startswith(CONTINENTS))


def zone_in_words(zone: str) -> str:
    """Return what a time zone is called."""
    return zone.replace("_", " ")


def moment(day: date, clock: time, zone: str) -> datetime:
    """Return when the clocks of a zone show a time.

    Raises ValueError, in a sentence for people, for a time that they leave out or show twice.
    """
    there = ZoneInfo(zone)
    shown = datetime.combine(day, clock)
    at = shown.replace(tzinfo=there)
    told = f"{clock:%H:%M} on {date_format(day, 'j F Y')}"
    after = at.astimezone(UTC).astimezone(there).replace(tzinfo=None)
    if after != shown:
        raise ValueError(
            f"There is no {told} in {zone_in_words(zone)}: the clocks go forward, and it is "
            f"{after:%H:%M} at once. Choose another time."
        )
    if at.utcoffset() != at.replace(fold=1).utcoffset():
        raise ValueError(
            f"The clocks of {zone_in_words(zone)} show {told} twice, since they go back. Choose "
            "a time before or after that hour."
        )
    return at.astimezone(UTC)


def in_words(at: datetime, zone: str) -> str:
    """Return a moment as the clocks of a zone show it, with the zone's name."""
    there = at.astimezone(ZoneInfo(zone))
    offset = f"{there:%z}"  # +0530
    ahead = f"{int(offset[:3]):+d}" + (f":{offset[3:5]}" if offset[3:5] != "00" else "")
    name = "" if zone == "UTC" else f"{zone_in_words(zone)}, "
    return f"{date_format(there, 'l j F Y, H:i')} ({name}UTC{ahead if int(offset) else ''})"
