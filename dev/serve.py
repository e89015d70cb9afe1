"""Serves the whole app from this checkout: `make run` and `make dev`.

Brings up PostgreSQL, migrates, loads the demonstration stories and an admin account once; builds
the frontend meanwhile. Then it runs gunicorn as production does or, with --reload, Django's and
Vite's development servers.
"""

import argparse
import ctypes
import os
import signal
import socket
import subprocess
import sys

from dev.demonstration import PASSWORD, USER
from dev.environment import use_local_environment
from dev.postgres import PROJECT, PostgresError

PR_SET_PDEATHSIG = 1  # linux/prctl.h
VITE = "http://127.0.0.1:5173"


def main() -> int:
    """Serve until interrupted; return 1 with a sentence when that is impossible."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--port", type=int, default=8000)
    arguments.add_argument("--reload", action="store_true")
    options = arguments.parse_args()
    _end_with_make()
    os.chdir(PROJECT)
    if taken := _first_taken(options.port, *([5173] if options.reload else [])):
        print(
            f"Port {taken} is in use, perhaps by another `make run` of yours. Stop that one, or "
            f"choose another port: make run PORT={options.port + 1}",
            file=sys.stderr,
        )
        return 1
    if not _prepare(options.port, reload=options.reload):
        return 1
    return _serve(options.port, reload=options.reload)


def _end_with_make() -> None:
    """Have Linux stop this process when make is killed, which tells its children nothing.

    Whoever is stopped ends what it has begun.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _first_taken(*ports: int) -> int | None:
    for port in ports:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                return port
    return None


def _prepare(port: int, *, reload: bool) -> bool:
    """Return whether all is there; what is missing has said why."""
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    built = "node_modules/.installed" if reload else "staticfiles/.collected"
    building = subprocess.Popen(["make", "--no-print-directory", built])  # noqa: S603, S607 - ours
    if reload:
        os.environ |= {"DEBUG": "on", "VITE_SERVER": VITE}
    print("Starting PostgreSQL…", flush=True)
    try:
        use_local_environment()
        subprocess.run([sys.executable, "-m", "dev.demonstration"], check=True)
        return building.wait() == 0
    except (PostgresError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return False
    finally:
        building.terminate()  # unless it has ended
        building.wait()


def _serve(port: int, *, reload: bool) -> int:
    address = f"http://127.0.0.1:{port}"
    print(
        f"""
  Story              {address}/app/PUREJOY/menu
  Admin              {address}/admin/   ({USER} / {PASSWORD})
  API documentation  {address}/api/docs/

Stop with Ctrl-C.
""",
        flush=True,
    )
    if not reload:
        # gunicorn takes this process over, so that whatever ends it reaches it directly.
        gunicorn = [sys.executable, "-m", "upendo.serve", "--bind", f"127.0.0.1:{port}"]
        os.execv(sys.executable, gunicorn)  # noqa: S606 - ours
    vite = subprocess.Popen(["npm", "run", "--silent", "dev"])  # noqa: S607 - from .venv/bin
    try:
        server = [sys.executable, "manage.py", "runserver", f"127.0.0.1:{port}"]
        return subprocess.run(server, check=False).returncode  # noqa: S603 - ours
    except KeyboardInterrupt:
        return 0
    finally:
        vite.terminate()
        vite.wait()


if __name__ == "__main__":
    sys.exit(main())
