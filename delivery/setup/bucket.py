"""The buckets of the lasting copies: there, and read through the application alone.

Pictures are served by the application, so a bucket is private: evidence for claims lies in it too.
"""

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from delivery.setup.ground import Ground
from delivery.setup.steps import NeedsPersonError, Step

NOT_FOUND = 404
SECONDS = 20
PATIENCE = Config(connect_timeout=SECONDS, read_timeout=SECONDS)
PRIVATE = dict.fromkeys(
    ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
)


def steps(ground: Ground) -> Iterator[Step]:
    """Two steps for each copy that keeps its pictures in a bucket."""
    for stage, copy in ground.copies.items():
        if "S3_BUCKET" not in copy.config:
            continue
        yield Step(
            f"{stage.capitalize()}: bucket",
            partial(absent, copy.config),
            "create it",
            partial(create, copy.config),
        )
        yield Step(
            f"{stage.capitalize()}: bucket is private",
            partial(public, copy.config),
            "close it to everybody without a key",
            partial(close, copy.config),
        )


def client(config: Mapping[str, str]) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=config.get("S3_ENDPOINT_URL"),
        region_name=config.get("S3_REGION"),
        aws_access_key_id=config.get("S3_ACCESS_KEY_ID"),
        aws_secret_access_key=config.get("S3_SECRET_ACCESS_KEY"),
        config=PATIENCE,
    )


def absent(config: Mapping[str, str]) -> str | None:
    """The bucket is there for this key."""
    try:
        client(config).head_bucket(Bucket=config["S3_BUCKET"])
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == NOT_FOUND:
            return "there is none"
        raise NeedsPersonError(
            f"The store refuses S3_ACCESS_KEY_ID for S3_BUCKET: {error}"
        ) from error
    except (BotoCoreError, ValueError) as error:
        raise NeedsPersonError(f"The store at S3_ENDPOINT_URL does not answer: {error}") from error
    return None


def create(config: Mapping[str, str]) -> None:
    """Raise `NeedsPersonError` when the store does not let this key make buckets."""
    place = {"LocationConstraint": config["S3_REGION"]} if config.get("S3_REGION") else None
    where = {"CreateBucketConfiguration": place} if place else {}
    try:
        client(config).create_bucket(Bucket=config["S3_BUCKET"], **where)
    except (ClientError, BotoCoreError) as error:
        raise NeedsPersonError(f"Make the bucket of S3_BUCKET at the store: {error}") from error


def public(config: Mapping[str, str]) -> str | None:
    """Nobody without a key may list the bucket."""
    if absent(config):
        return "there is none"
    address = f"{config['S3_ENDPOINT_URL'].rstrip('/')}/{config['S3_BUCKET']}"
    try:
        with urllib.request.urlopen(address, timeout=SECONDS):  # noqa: S310 - the answers' own store
            return "anybody can list it"
    except urllib.error.HTTPError:
        return None
    except OSError as error:
        raise NeedsPersonError(f"The store at S3_ENDPOINT_URL does not answer: {error}") from error


def close(config: Mapping[str, str]) -> None:
    """Forget what opened it, and forbid to open it again; not every store knows all of it."""
    store, name = client(config), config["S3_BUCKET"]
    calls = (
        partial(store.delete_bucket_policy, Bucket=name),
        partial(store.put_bucket_acl, Bucket=name, ACL="private"),
        partial(store.put_public_access_block, Bucket=name, PublicAccessBlockConfiguration=PRIVATE),
    )
    for call in calls:
        with suppress(ClientError, BotoCoreError):
            call()
