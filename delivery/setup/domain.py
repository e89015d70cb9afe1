"""Production's own name, once the answers hold one."""

from collections.abc import Iterator
from typing import Any

from delivery.setup.ground import Ground
from delivery.setup.people import point_domain
from delivery.setup.steps import NeedsPersonError, Step


def steps(ground: Ground) -> Iterator[Step]:
    """The name at Heroku, its certificate, and the entry in the DNS, which needs a person."""
    name, app = ground.answers.domain, ground.answers.production.app
    if not name:
        return
    yield Step(
        "Domain",
        lambda: None if row_of(ground) else f"Heroku does not know {name}",
        f"add {name}",
        lambda: ground.api.post(f"/apps/{app}/domains", {"hostname": name, "sni_endpoint": None}),
    )
    yield Step(
        "Certificates",
        lambda: None if ground.app(app)["acm"] else "Heroku makes none",
        "let Heroku make and renew them",
        lambda: ground.api.post(f"/apps/{app}/acm"),
    )
    yield Step("DNS", lambda: unpointed(ground), f"ask for {name} to be pointed", lambda: None)


def row_of(ground: Ground) -> dict[str, Any] | None:
    rows = ground.api.get(f"/apps/{ground.answers.production.app}/domains").json()
    return next((row for row in rows if row["hostname"] == ground.answers.domain), None)


def unpointed(ground: Ground) -> str | None:
    """A certificate is issued as soon as the name leads to Heroku."""
    row = row_of(ground)
    if row is None:
        return "Heroku does not know it yet"
    if row["acm_status"] == "cert issued":
        return None
    raise NeedsPersonError(point_domain(ground.answers, str(row["cname"])))
