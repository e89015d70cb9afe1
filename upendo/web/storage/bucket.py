"""Pictures in an S3-compatible bucket, for which no more than half of the threads ever wait."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage
from storages.utils import clean_name

from upendo.web.breaker import Breaker, PausedError

# A reader waits; an upload that is under way is worth more patience than a picture to look at.
READING = Config(connect_timeout=1, read_timeout=2, retries={"total_max_attempts": 1})
WRITING = Config(connect_timeout=3, read_timeout=10, retries={"total_max_attempts": 2})
WHOLE_FILE = 10  # seconds to read one, however it drips
PAUSE = 5  # seconds after a failure
AT_ONCE = 2  # of the four threads of a worker; see gunicorn.conf.py
TURN = 0.5  # seconds to wait for one's turn


class StoreError(OSError):
    """The bucket fails, as a disk does."""


class Bucket(S3Storage):  # type: ignore[misc]  # the library ships no types
    """A bucket that fails as a disk does, with OSError, and soon."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(client_config=WRITING, **settings)
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._breaker = Breaker("The bucket", PAUSE)
        self._reader = self._create_session().client(
            "s3", region_name=self.region_name, endpoint_url=self.endpoint_url, config=READING
        )

    def exists(self, name: str) -> bool:
        with self._asking():
            return self._found("head_object", name) is not None

    def _open(self, name: str, mode: str = "rb") -> Any:
        if mode != "rb":
            raise ValueError("A bucket's file is read as bytes, and written whole by save().")
        with self._asking():
            found = self._found("get_object", name)
            if found is None:
                raise FileNotFoundError(f"The bucket has no {name}.")
            return ContentFile(_read(found["Body"]), name)

    def _save(self, name: str, content: Any) -> str:
        with self._asking():
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        with self._asking():
            super().delete(name)

    def _found(self, action: str, name: str) -> Any:
        key = self._normalize_name(clean_name(name))
        try:
            return getattr(self._reader, action)(Bucket=self.bucket_name, Key=key)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return None
            raise

    @contextmanager
    def _asking(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=TURN):
            raise StoreError("Others wait for the bucket already.")
        try:
            with self._breaker.attempt(StoreError), _failing_as_a_disk():
                yield
        except PausedError as paused:
            raise StoreError(str(paused)) from paused
        finally:
            self._turns.release()


def _read(body: Any) -> bytes:
    end = time.monotonic() + WHOLE_FILE
    content = bytearray()
    for piece in body.iter_chunks(16 * 1024):
        content += piece
        if time.monotonic() > end:
            raise StoreError(f"The bucket has not sent a file within {WHOLE_FILE} seconds.")
    return bytes(content)


@contextmanager
def _failing_as_a_disk() -> Iterator[None]:
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise StoreError(f"The bucket fails: {error}") from error
