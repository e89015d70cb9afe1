"""A stand-in for a service: real HTTP on the loopback address, scripted to fail."""

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from delivery.services.tests.standins import published

LONGEST_HANG = 5.0


@dataclass
class Reply:
    """What to answer; `kind` names the published schema that the body must obey."""

    status: int
    body: Any
    kind: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Request:
    """What the service saw."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass
class Fault:
    """Spoils matching requests: `close` before acting, `half` in mid-answer, `hang`, or a reply."""

    pattern: str
    how: str | Reply
    times: int = 1_000_000


class StandIn:
    """Serves and records; fails on demand; checks each answer of a subclass against its schema."""

    def __init__(self) -> None:
        self.seen: list[Request] = []
        self.faults: list[Fault] = []
        self.hooks: dict[str, Callable[[], object]] = {}
        self.violations: list[str] = []
        self.closing = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(self))
        self.server.daemon_threads = True
        serve = self.server.serve_forever
        self.thread = threading.Thread(target=serve, args=(0.005,), daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def writes(self) -> list[str]:
        return [str(request) for request in self.seen if request.method != "GET"]

    def body_of(self, request: str) -> Any:
        """What the first such request carried."""
        return next(seen.body for seen in self.seen if str(seen) == request)

    def spoil(self, pattern: str, how: str | Reply, times: int = 1_000_000) -> None:
        """Spoil matching requests; of two calls for the same request, the later one counts."""
        self.faults.insert(0, Fault(pattern, how, times))

    def during(self, pattern: str, hook: Callable[[], object]) -> None:
        """Run the hook once, while the first matching request waits for its answer."""
        self.hooks[pattern] = hook

    def answer(self, request: Request) -> Reply:
        raise NotImplementedError

    def fault_for(self, request: Request) -> str | Reply | None:
        for fault in self.faults:
            if fault.times and re.search(fault.pattern, str(request)):
                fault.times -= 1
                return fault.how
        return None

    def checked(self, request: Request) -> Reply:
        """The subclass's reply, which must obey the published schema."""
        for pattern in list(self.hooks):
            if re.search(pattern, str(request)):
                self.hooks.pop(pattern)()
        reply = self.answer(request)
        if reply.kind and (wrong := published.fault(published.ANSWERS[reply.kind], reply.body)):
            self.violations.append(f"{request}: {wrong}")
        return reply


def handler_for(standin: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = json.loads(raw) if raw else None
            request = Request(self.command, self.path, dict(self.headers), body)
            standin.seen.append(request)
            spoiled = standin.fault_for(request)
            if spoiled == "hang":
                standin.closing.wait(LONGEST_HANG)
            if spoiled in ("close", "hang"):
                return
            reply = spoiled if isinstance(spoiled, Reply) else standin.checked(request)
            self.send(reply, cut=spoiled == "half")

        def do_POST(self) -> None:
            self.do_GET()

        def do_PUT(self) -> None:
            self.do_GET()

        def do_PATCH(self) -> None:
            self.do_GET()

        def do_DELETE(self) -> None:
            self.do_GET()

        def send(self, reply: Reply, *, cut: bool) -> None:
            is_page = isinstance(reply.body, str)
            body = (reply.body if is_page else json.dumps(reply.body)).encode()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "text/html" if is_page else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if cut else body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler
