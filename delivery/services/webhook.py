"""Sends the outcome of a run to a webhook. A webhook that fails never changes the outcome."""

import json
import urllib.request

from delivery.run.outcomes import Ending
from delivery.run.report import Report
from delivery.services.errors import ServiceError
from delivery.services.transport import exchange

TRIES = 2


def tell(url: str, seconds: float, report: Report, ending: Ending) -> str | None:
    """Post the run's summary as JSON; return why that failed, or None.

    `text` is what chat services show; the other keys are for programs.
    """
    account = {
        "text": report.summary(ending),
        "title": report.title,
        "outcome": ending.exit.name,
        "exit_code": int(ending.exit),
        "production": report.standing.production,
        "done": report.steps,
        "left": list(report.left_after(ending)),
    }
    request = urllib.request.Request(  # noqa: S310 - settings admit https and loopback only
        url,
        report.redacted(json.dumps(account)).encode(),
        {"Content-Type": "application/json", "User-Agent": "upendo-delivery"},
    )
    fault = None
    for _ in range(TRIES):
        try:
            answer = exchange(request, seconds)
        except ServiceError as error:
            fault = str(error)
        else:
            if 200 <= answer.status < 300:
                return None
            fault = f"it answered {answer.status}"
    return fault
