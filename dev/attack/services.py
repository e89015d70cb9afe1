"""What the application depends on, for one run alone: PostgreSQL, an S3 server, a mail server."""

import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3

from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.inbox.tests.mailbox import Mailbox, open_mailbox

BUCKET = "honey"
PATIENCE = 300  # seconds, for the S3 server on a machine that has much else to do


@dataclass(frozen=True)
class Services:
    """They run, and may be stopped."""

    folder: Path
    postgres: OwnPostgres
    store: "subprocess.Popen[bytes]"
    mailbox: Mailbox
    environ: dict[str, str]

    @contextmanager
    def silent_store(self) -> Iterator[None]:
        """Have the S3 server accept connections meanwhile, and answer none."""
        self.store.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.store.send_signal(signal.SIGCONT)


@contextmanager
def services(folder: Path) -> Iterator[Services]:
    """Run them until the block ends; `environ` is a configuration as in production."""
    postgres = OwnPostgres(folder / "postgres")
    port = free_port()
    store = subprocess.Popen(  # noqa: S603 - our own test server
        [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with open_mailbox() as mailbox:
            environ = _environment(postgres.url, mailbox.port, f"http://127.0.0.1:{port}")
            _make_bucket(environ)
            yield Services(folder, postgres, store, mailbox, environ)
    finally:
        store.kill()
        store.wait()
        postgres.remove()


def free_port() -> int:
    """Return a port of this machine that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _environment(database: str, mail_port: int, store: str) -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "HTTPS": "off",
        "SUPERUSER_TWO_FACTOR": "off",
        "TRUSTED_PROXIES": "1",
        "DATABASE_URL": database,
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        "S3_BUCKET": BUCKET,
        "S3_ENDPOINT_URL": store,
        "S3_REGION": "eu-west-1",
        "S3_ACCESS_KEY_ID": "key",
        "S3_SECRET_ACCESS_KEY": "secret",
    }


def _make_bucket(environ: dict[str, str]) -> None:
    client = boto3.client(
        "s3",
        endpoint_url=environ["S3_ENDPOINT_URL"],
        region_name=environ["S3_REGION"],
        aws_access_key_id=environ["S3_ACCESS_KEY_ID"],
        aws_secret_access_key=environ["S3_SECRET_ACCESS_KEY"],
    )
    end = time.monotonic() + PATIENCE
    while True:
        try:
            place = {"LocationConstraint": environ["S3_REGION"]}
            client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=place)
        except Exception:
            if time.monotonic() > end:
                raise
        else:
            return
