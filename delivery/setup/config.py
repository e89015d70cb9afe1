"""The config vars of the two lasting copies. Their values are compared and never said."""

import secrets
from typing import Any

from delivery.setup.ground import Ground


def wanted(ground: Ground, stage: str, found: dict[str, Any]) -> dict[str, str]:
    """What a copy must have: app.json's defaults where nothing stands, ours, then the answers.

    A secret that app.json lets generate is made once and kept: a new one would log everybody out.
    """
    values: dict[str, str] = {}
    for name, entry in ground.manifest["env"].items():
        if not isinstance(entry, dict):
            values[name] = found.get(name) or str(entry)
        elif entry.get("generator") == "secret":
            values[name] = found.get(name) or secrets.token_urlsafe(50)
        elif "value" in entry:
            values[name] = found.get(name) or str(entry["value"])
    ours = {
        "ALLOWED_HOSTS": ",".join(ground.hosts(stage)),
        "SITE_URL": ground.address(stage),
    }
    return values | ours | dict(ground.copies[stage].config)


def differing(ground: Ground, stage: str) -> dict[str, str]:
    """What a copy must have and has not."""
    found = ground.api.get(f"/apps/{ground.copies[stage].app}/config-vars").json()
    return {
        name: value
        for name, value in wanted(ground, stage, found).items()
        if found.get(name) != value
    }


def lacks(ground: Ground, stage: str) -> str | None:
    """The names of what is missing or different."""
    names = ", ".join(sorted(differing(ground, stage)))
    return f"{names} missing or different" if names else None


def set_missing(ground: Ground, stage: str) -> None:
    """Set only what differs: each change of config vars restarts a copy."""
    path = f"/apps/{ground.copies[stage].app}/config-vars"
    ground.api.write("PATCH", path, differing(ground, stage))
