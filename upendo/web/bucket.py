"""Pictures in an S3-compatible bucket."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

# A store that does not answer must not hold a worker for minutes, as it would by default.
PATIENCE = Config(connect_timeout=3, read_timeout=20, retries={"total_max_attempts": 2})


class Bucket(S3Storage):  # type: ignore[misc]  # the library ships no types
    """A bucket that fails as a disk does, with OSError, and soon."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(client_config=PATIENCE, **settings)

    def exists(self, name: str) -> bool:
        with _failing_as_a_disk():
            return bool(super().exists(name))

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _failing_as_a_disk():
            file = super()._open(name, mode)
            file.file  # noqa: B018 - fetches it now, and not when half an answer is sent
            return file

    def _save(self, name: str, content: Any) -> str:
        with _failing_as_a_disk():
            return str(super()._save(name, content))


@contextmanager
def _failing_as_a_disk() -> Iterator[None]:
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise OSError(f"The bucket fails: {error}") from error
