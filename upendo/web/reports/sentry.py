"""Error reports by Sentry, or by whatever speaks its protocol."""

from typing import Any

import sentry_sdk
from django.conf import settings

from upendo.web.reports.fault import Fault, Raised

# What leaves; all else that the library adds by itself stays here.
_SENT = {
    "event_id",
    "exception",
    "fingerprint",
    "level",
    "message",
    "platform",
    "release",
    "tags",
    "timestamp",
    "transaction",
}


class Sentry:
    """Sends each fault in a thread of the library's own, which waits when Sentry is overwhelmed.

    A client beside the library's global one: nothing is patched, and nobody else can send by it.
    """

    def __init__(self, dsn: str) -> None:
        self.client = sentry_sdk.Client(
            dsn=dsn,
            release=settings.COMMIT,
            default_integrations=False,
            auto_enabling_integrations=False,
            include_local_variables=False,
            include_source_context=False,
            send_client_reports=False,
            auto_session_tracking=False,
            max_breadcrumbs=0,
            max_request_body_size="never",
            server_name="",
            before_send=_only_what_is_named,
        )

    def tell(self, fault: Fault) -> None:
        """Have the fault sent."""
        self.client.capture_event(_event(fault))


def _event(fault: Fault) -> Any:
    event: dict[str, Any] = {
        "level": "error",
        "platform": "python",
        "transaction": fault.page,
        "tags": {"request_id": fault.request, "place": fault.place},
        "fingerprint": [fault.kind, fault.place],
    }
    if fault.raised:
        return event | {"exception": {"values": [_exception(each) for each in fault.raised]}}
    return event | {"message": f"{fault.kind}: {fault.place}"}


def _exception(raised: Raised) -> dict[str, Any]:
    module, _, name = raised.type.rpartition(".")
    frames = [
        {
            "module": frame.module,
            "function": frame.function,
            "lineno": frame.line,
            "in_app": frame.module.startswith("upendo."),
        }
        for frame in raised.frames
    ]
    return {"type": name, "module": module, "stacktrace": {"frames": frames}}


def _only_what_is_named(event: Any, _: Any) -> Any:
    return {name: value for name, value in event.items() if name in _SENT}
