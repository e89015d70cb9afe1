"""What a container says about its own health."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from delivery.healthcheck import main


@contextmanager
def answering(code: int) -> Iterator[tuple[str, list[str]]]:
    """An application on a port of its own, and the hosts that it was asked for."""
    hosts: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hosts.append(f"{self.headers['Host']}{self.path}")
            self.send_response(code)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Stay quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield str(server.server_port), hosts
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("code", "exit_code"), [(200, 0), (503, 1), (400, 1)])
def test_only_200_is_healthy(code: int, exit_code: int) -> None:
    with answering(code) as (port, _):
        assert main({"PORT": port}) == exit_code


@pytest.mark.parametrize(
    ("allowed", "asked"),
    [("honey.example, www.honey.example", "honey.example"), (".honey.example", "honey.example")],
)
def test_it_asks_for_a_name_that_the_application_answers_to(allowed: str, asked: str) -> None:
    with answering(200) as (port, hosts):
        main({"PORT": port, "ALLOWED_HOSTS": allowed})
    assert hosts == [f"{asked}/healthz"]


def test_no_answer_is_unhealthy() -> None:
    assert main({"PORT": "1"}) == 1
