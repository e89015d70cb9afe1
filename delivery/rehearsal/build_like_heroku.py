"""Builds, releases and serves a commit the way Heroku does, in a scratch folder.

    python -m delivery.rehearsal.build_like_heroku [COMMIT]

The Node buildpack, the Python buildpack, the Procfile's release line on a database of its own and
the Procfile's web line with a small dyno's environment and memory, until the first page and the
stories of 500 different codes have come. Exit code 0 when all went well; any failing step ends it
with that step's output and exit code 1. COMMIT is HEAD by default.
"""

import os
import re
import secrets
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError

import psycopg2

from delivery import PROJECT
from delivery.rehearsal.dyno import HOST, MEGABYTES, running
from delivery.rehearsal.scratch_database import scratch_database

CODES = 500
COPY_JARS = """
    INSERT INTO catalogue_jar (code, batch_id, beekeeper_id, net_weight_grams, status, updated_at)
    SELECT 'N' || n, batch_id, beekeeper_id, net_weight_grams, status, updated_at
    FROM catalogue_jar, generate_series(1, %s) n WHERE code = 'PUREJOY'
"""
NOWHERE = "postgres://nobody@127.0.0.1:1/none"
DATABASE = "upendo_like_heroku"
# How this machine reaches the package registries; nothing of the application's.
PASSED_ON = re.compile(
    "HOME|LANG|VITEST_.*|(PIP|NPM_CONFIG)_.*|.*_(PROXY|CERTS?|CERT_FILE|CA_BUNDLE)", re.I
)


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
        serve(processes["web"], app, variables, fill(app, variables, url))


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
    says_python = str(PROJECT / "dev/toolchain/python")
    python = run([says_python], PROJECT, os.environ, keep=True).decode().strip()
    run([python, "-m", "venv", str(folder / "venv")], app, variables)
    run(["pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"],
        app, variables)  # fmt: skip
    run(["python", "manage.py", "collectstatic", "--noinput"], app, variables)


def procfile(app: Path) -> dict[str, str]:
    """Return each process's command line."""
    lines = (app / "Procfile").read_text().splitlines()
    return {name: line.strip() for name, _, line in (text.partition(":") for text in lines)}


def fill(app: Path, variables: Mapping[str, str], url: str) -> list[str]:
    """Bring the demonstration in and copies of one jar; return the codes that tell its story."""
    run(["python", "manage.py", "load_demo"], app, variables)
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute(COPY_JARS, [CODES])
    connection.close()
    return [f"N{number}" for number in range(1, CODES + 1)]


def serve(line: str, app: Path, variables: Mapping[str, str], codes: list[str]) -> None:
    """Serve the first page and each code's story as a dyno does, or raise RuntimeError."""
    with running(line, app, variables) as dyno:
        page = dyno.get("/")
        if "Trace your honey" not in page or "<script" not in page:
            raise RuntimeError(f"The first page is not the application's: {page[:500]}")
        first, megabytes = dyno.tell(codes)
        print(
            f"told {len(codes)} stories; {first} MB first, {megabytes} of {MEGABYTES} MB at most",
            flush=True,
        )
        if megabytes > MEGABYTES:
            raise RuntimeError(f"{megabytes} MB are more than a dyno has ({MEGABYTES} MB).")


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
