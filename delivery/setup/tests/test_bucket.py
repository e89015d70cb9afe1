"""Buckets at a real S3 server: made when there is none, and closed when anybody can read them."""

import secrets
from collections.abc import Iterator

import pytest
from moto.server import ThreadedMotoServer

from delivery.setup import bucket
from delivery.setup.steps import NeedsPersonError


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def config(store: str) -> dict[str, str]:
    return {
        "S3_BUCKET": f"honey-{secrets.token_hex(4)}",
        "S3_ENDPOINT_URL": store,
        "S3_REGION": "eu-west-1",
        "S3_ACCESS_KEY_ID": "key",
        "S3_SECRET_ACCESS_KEY": "secret",
    }


def test_a_bucket_is_made_once(config: dict[str, str]) -> None:
    assert bucket.absent(config) == "there is none"
    bucket.create(config)
    assert bucket.absent(config) is None


def test_what_anybody_can_list_is_public(config: dict[str, str]) -> None:
    bucket.create(config)  # this server asks nobody for a key
    assert bucket.public(config) == "anybody can list it"


def test_an_open_bucket_is_closed(config: dict[str, str]) -> None:
    bucket.create(config)
    store, name = bucket.client(config), config["S3_BUCKET"]
    store.put_bucket_acl(Bucket=name, ACL="public-read")
    bucket.close(config)
    grants = store.get_bucket_acl(Bucket=name)["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    blocked = store.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]
    assert all(blocked.values())


def test_a_store_that_does_not_answer_needs_a_person(config: dict[str, str]) -> None:
    config["S3_ENDPOINT_URL"] = "http://127.0.0.1:1"
    with pytest.raises(NeedsPersonError, match="does not answer"):
        bucket.absent(config)
