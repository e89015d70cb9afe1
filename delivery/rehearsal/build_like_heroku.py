"""Builds, releases and serves a commit the way Heroku does, in a scratch folder.

    python -m delivery.rehearsal.build_like_heroku [COMMIT]

The Node buildpack, the Python buildpack, the Procfile's release line on a database of its own and
the Procfile's web line, until the page of a browser has arrived. Exit code 0 when all went well;
any failing step ends it with that step's output and exit code 1. COMMIT is HEAD by default.
"""

import os
import re
import secrets
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError

from delivery import PROJECT
from delivery.rehearsal.scratch_database import scratch_database

HOST = "honey.example"
NOWHERE = "postgres://nobody@127.0.0.1:1/none"
DATABASE = "upendo_like_heroku"
# How this machine reaches the package registries; nothing of the application's.
PASSED_ON = re.compile("HOME|LANG|(PIP|NPM_CONFIG)_.*|.*_(PROXY|CERTS?|CERT_FILE|CA_BUNDLE)", re.I)


def main(commit: str = "HEAD") -> int:
    """Build, release and serve; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="upendo-like-heroku-") as folder:
        try:
            build_and_serve(Path(folder), commit)
        except subprocess.CalledProcessError as error:
            print(f"FAILED ({error.returncode}): {shlex.join(error.cmd)}", file=sys.stderr)
            return 1
        except (URLError, TimeoutError, RuntimeError) as error:
            print(f"FAILED: {error}", file=sys.stderr)
            return 1
    print("built, released and served")
    return 0


def build_and_serve(folder: Path, commit: str) -> None:
    """Do what Heroku does with a push; raises at the first step that fails."""
    app = folder / "app"
    app.mkdir()
    archive = run(["git", "archive", commit], PROJECT, os.environ, keep=True)
    subprocess.run(["tar", "-x"], cwd=app, input=archive, check=True)  # noqa: S607 - the host's tar
    variables = config(folder)
    node_buildpack(app, variables)
    python_buildpack(app, variables, folder)
    with scratch_database(DATABASE) as url:
        variables["DATABASE_URL"] = url
        processes = procfile(app)
        run(["sh", "-c", processes["release"]], app, variables)
        serve(processes["web"], app, variables)


def config(folder: Path) -> dict[str, str]:
    """Return the application's config vars, and of this machine only where its tools are."""
    tools = os.pathsep.join((str(folder / "venv/bin"), str(PROJECT / ".venv/bin")))
    return {name: os.environ[name] for name in os.environ if PASSED_ON.fullmatch(name)} | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": HOST,
        "TRUSTED_PROXIES": "1",
        "MEDIA_ROOT": str(folder / "media"),
        # A build that needs the database would pass here and fail, or do harm, at the host.
        "DATABASE_URL": NOWHERE,
    }


def node_buildpack(app: Path, variables: dict[str, str]) -> None:
    """Install everything, build, remove what only the build needs."""
    node = variables | {"NODE_ENV": "production"}
    run(["npm", "ci", "--include=dev"], app, node)
    run(["npm", "run", "heroku-postbuild"], app, node)
    run(["npm", "prune", "--omit=dev"], app, node)
    run(["npm", "run", "--if-present", "heroku-cleanup"], app, node)


def python_buildpack(app: Path, variables: dict[str, str], folder: Path) -> None:
    """Install the locked packages with pip, and collect static files."""
    python = run([str(PROJECT / "dev/python")], PROJECT, os.environ, keep=True).decode().strip()
    run([python, "-m", "venv", str(folder / "venv")], app, variables)
    run(["pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"],
        app, variables)  # fmt: skip
    run(["python", "manage.py", "collectstatic", "--noinput"], app, variables)


def procfile(app: Path) -> dict[str, str]:
    """Return each process's command line."""
    lines = (app / "Procfile").read_text().splitlines()
    return {name: line.strip() for name, _, line in (text.partition(":") for text in lines)}


def serve(line: str, app: Path, variables: dict[str, str]) -> None:
    """Run the web line until it has answered, then stop it as the host would.

    Raises RuntimeError when it ends by itself, does not answer or does not stop.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["sh", "-c", f"exec {line}"]
    print(f"$ PORT={port} {line}", flush=True)
    web = subprocess.Popen(command, cwd=app, env=variables | {"PORT": str(port)})  # noqa: S603 - Procfile's
    try:
        wait_until_healthy(web, port)
        page = get(port, "/")
        if "Trace your honey" not in page or "<script" not in page:
            raise RuntimeError(f"The first page is not the application's: {page[:500]}")
        web.send_signal(signal.SIGTERM)
        if code := web.wait(timeout=25):
            raise RuntimeError(f"The web process stopped with exit code {code}.")
    except subprocess.TimeoutExpired as error:
        raise RuntimeError("The web process did not stop within 25 s.") from error
    finally:
        web.kill()


def wait_until_healthy(web: subprocess.Popen[bytes], port: int) -> None:
    """Return when /healthz answers 200, within 60 s as the host's boot limit has it."""
    end = time.monotonic() + 60
    while True:
        try:
            get(port, "/healthz")
        except (URLError, ConnectionError) as error:
            if web.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The web process did not become healthy: {error}") from error
            time.sleep(0.2)
        else:
            return


def get(port: int, path: str) -> str:
    """Return a page as the host's router asks for it."""
    headers = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
        return str(answer.read(), "utf-8")


def run(
    command: list[str], folder: Path, environ: Mapping[str, str], *, keep: bool = False
) -> bytes:
    """Run one step, showing it; return what it printed if that is to be kept."""
    print(f"$ {shlex.join(command)}", flush=True)
    output = subprocess.PIPE if keep else None
    done = subprocess.run(  # noqa: S603 - our own Procfile and scripts
        command, cwd=folder, env=environ, check=True, stdout=output
    )
    return bytes(done.stdout or b"")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
