"""A compressed text with a word put in is the text with that word in it, whatever the text."""

import random

import brotli
import pytest

from upendo.web.answers.slotted import QUICK, SMALL, SlottedText

SLOT = b"SLOTSLOTSLOT"
# Little choice makes repetition, which is what compression lives on; \xc3\xa9 is an é.
ALPHABETS = (b"ab", b'</a href="app', b"{}\\ \n", bytes([0xC3, 0xA9, 0xE2, 0x80, 0xA8]))


def texts(lot: random.Random) -> list[bytes]:
    """Return the parts of a text between its slots: none of them, empty ones, long ones."""
    sizes = lot.choices((0, 0, 1, 2, 3, 40, 400, 4000), k=lot.randint(1, 12))
    return [bytes(lot.choices(lot.choice(ALPHABETS), k=size)) for size in sizes]


@pytest.mark.parametrize("length", range(1, 16))
def test_a_word_put_in_last_is_as_if_it_had_always_been_there(length: int) -> None:
    lot = random.Random(length)
    for _ in range(40):
        parts = texts(lot)
        text = SlottedText.of(SLOT.join(parts), SLOT, length, lot.choice((QUICK, SMALL)))
        for word in (bytes(lot.choices(b"ABC789", k=length)), b"A" * length):
            assert brotli.decompress(text.compressed(word)) == word.join(parts)
            assert text.plain(word) == word.join(parts)


def test_a_text_is_found_whole_whatever_the_length_of_the_word() -> None:
    text = SlottedText.of(b"code: SLOTSLOTSLOT!", SLOT, 8)
    assert text.plain(b"PUREJOY") == b"code: PUREJOY!"


def test_a_text_without_slots_is_only_compressed() -> None:
    text = SlottedText.of(b"honey " * 1000)
    assert text.plain(b"") == b"honey " * 1000
    assert text.size < 200


def test_texts_and_words_are_told_apart_by_their_etags() -> None:
    one, other = (SlottedText.of(text, SLOT, 4) for text in (b"a SLOTSLOTSLOT", b"SLOTSLOTSLOT a"))
    assert len({one.etag(b"AAAA"), one.etag(b"BBBB"), other.etag(b"AAAA")}) == 3
    assert one.etag(b"AAAA") == SlottedText.of(b"a SLOTSLOTSLOT", SLOT, 4).etag(b"AAAA")


def test_slots_are_nothing_of_the_etag_so_that_all_processes_have_the_same() -> None:
    one, other = (SlottedText.of(b"a " + slot, slot, 4) for slot in (b"SLOT1", b"SLOT2"))
    assert one.etag(b"AAAA") == other.etag(b"AAAA")
