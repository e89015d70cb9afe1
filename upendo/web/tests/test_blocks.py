"""What an upload took is the host's again, and does not stay with the worker."""

from upendo.web.tests.memory import megabytes

UPLOAD = 15_000_000  # bytes


def test_a_large_block_goes_back_to_the_host_as_soon_as_it_is_free() -> None:
    before = megabytes()
    for _ in range(3):  # the first frees the second's way to the heap
        block = b"x" * UPLOAD
        del block
    assert megabytes() - before < 5
