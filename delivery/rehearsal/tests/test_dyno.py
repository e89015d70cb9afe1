"""A dyno on this machine: what it is given, what it may use, and what it has to tell."""

import os
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from delivery.rehearsal import dyno
from delivery.rehearsal.dyno import Dyno, running
from delivery.rehearsal.memory import bounded, used

SHELL = {"PATH": os.environ["PATH"]}
# Answers any page with its environment, what it was told, and as much memory as it was asked for.
APPLICATION = """
import json, os, signal
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
kept = []
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/eat"):
            kept.append(bytearray(os.urandom(1024 * 1024)) * int(self.path[4:]))
        code = self.path.split("/")[2] if self.path.startswith("/app/N") else None
        said = {"code": code, "environment": dict(os.environ), "headers": dict(self.headers)}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())
    def log_message(self, *_): pass
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


@pytest.fixture
def line(tmp_path: Path) -> str:
    (tmp_path / "application.py").write_text(APPLICATION)
    return f"{sys.executable} application.py"


def test_it_has_the_environment_and_the_headers_of_the_host(tmp_path: Path, line: str) -> None:
    with running(line, tmp_path, SHELL) as started:
        said = started.get("/")
    for given in ('"DYNO": "web.1"', '"FORWARDED_ALLOW_IPS": "*"', '"Script-Name": "/elsewhere"'):
        assert given in said
    assert '"GUNICORN_CMD_ARGS": "--access-logfile -"' in said


def test_every_code_is_asked_for(tmp_path: Path, line: str) -> None:
    with running(line, tmp_path, SHELL) as started:
        first, most = started.tell([f"N{number}" for number in range(30)])
        assert 0 < first <= most < dyno.MEGABYTES
        with pytest.raises(RuntimeError, match="does not tell the story of MISSING"):
            started.tell(["N1", "MISSING"])


def test_what_it_uses_is_measured(tmp_path: Path, line: str) -> None:
    with running(line, tmp_path, SHELL) as started:
        before = used(started.process.pid)
        started.get("/eat50")
        assert 40 < used(started.process.pid) - before < 70


def test_the_kernel_holds_it_to_its_memory_where_it_can(
    tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bounded(64) as bound:
        if bound.folder is None:
            return  # this machine lets nobody make a control group: it is measured there
    monkeypatch.setattr(dyno, "MEGABYTES", 64)
    with (
        pytest.raises((RuntimeError, urllib.error.URLError, ConnectionError)),
        running(line, tmp_path, SHELL) as started,
    ):
        started.get("/eat100")


def test_a_web_process_that_ends_by_itself_fails(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="did not become healthy"),
        running("false", tmp_path, SHELL),
    ):
        pass


def test_one_that_does_not_stop_well_fails(tmp_path: Path) -> None:
    web = subprocess.Popen(["sh", "-c", "trap 'exit 3' TERM; while :; do sleep 0.05; done"])
    assert Dyno(1, web).process is web
    with pytest.raises(RuntimeError, match="stopped with exit code"):
        dyno.stop(web)
    dyno.end(web)
