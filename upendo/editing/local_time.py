"""Times as somebody's own clock shows them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from django.utils.formats import date_format
from django.utils.translation import gettext

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
    told = gettext("%(clock)s on %(day)s") % {
        "clock": f"{clock:%H:%M}",
        "day": date_format(day, "j F Y"),
    }
    after = at.astimezone(UTC).astimezone(there).replace(tzinfo=None)
    if after != shown:
        raise ValueError(
            gettext(
                "There is no %(told)s in %(zone)s: the clocks go forward, and it is "
                "%(after)s at once. Choose another time."
            )
            % {"told": told, "zone": zone_in_words(zone), "after": f"{after:%H:%M}"}
        )
    if at.utcoffset() != at.replace(fold=1).utcoffset():
        raise ValueError(
            gettext(
                "The clocks of %(zone)s show %(told)s twice, since they go back. Choose "
                "a time before or after that hour."
            )
            % {"zone": zone_in_words(zone), "told": told}
        )
    return at.astimezone(UTC)


def in_words(at: datetime, zone: str) -> str:
    """Return a moment as the clocks of a zone show it, with the zone's name."""
    there = at.astimezone(ZoneInfo(zone))
    offset = f"{there:%z}"  # +0530
    ahead = f"{int(offset[:3]):+d}" + (f":{offset[3:5]}" if offset[3:5] != "00" else "")
    name = "" if zone == "UTC" else f"{zone_in_words(zone)}, "
    return gettext("%(there)s (%(name)sUTC%(value)s)") % {
        "there": date_format(there, "l j F Y, H:i"),
        "name": name,
        "value": ahead if int(offset) else "",
    }
