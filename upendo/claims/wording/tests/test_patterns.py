"""What a phrase of a rule finds, however it is written, and what it does not."""

import time
import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from upendo.claims.wording.endings import ENDINGS
from upendo.claims.wording.patterns import compile_phrases, validate_phrases
from upendo.claims.wording.plain import PlainText, plain, plain_text

PHRASES = ["carbon neutral", "eco friendly", "pure", "heal", "good for the planet", "klimaneutral"]
# Between two words: spaces, hyphens of every kind, line breaks, nothing; not a new sentence.
BETWEEN = ["", " ", "  ", "-", "\u2010", "\u2011", "\u2013", " - ", "\n", "-\n", " \r\n ", "\u00a0"]
AROUND = ["", " ", "(", ")", "“", "!", ",", ".", "\n", " #"]
INVISIBLE = ["", "", "", "\u00ad", "\u200b", "\u0301", "-\n"]


def found_in(text: str, phrases: str, language: str = "en") -> bool:
    return bool(compile_phrases(phrases, language).spans_in(plain_text(text)))


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A phrase, and some way in which somebody may write it."""
    phrase = draw(st.sampled_from(PHRASES))
    language = "de" if phrase == "klimaneutral" else "en"
    words = [
        "".join(
            draw(st.sampled_from([letter, letter.upper()]))
            + (draw(st.sampled_from(INVISIBLE)) if position < len(word) - 1 else "")
            for position, letter in enumerate(word)
        )
        for word in phrase.split()
    ]
    words[-1] += draw(st.sampled_from(["", *ENDINGS[language]]))
    text = words[0]
    for word in words[1:]:
        text += draw(st.sampled_from(BETWEEN)) + word
    return phrase, draw(st.sampled_from(AROUND)) + text + draw(st.sampled_from(AROUND))


@given(written())
def test_a_phrase_is_found_however_it_is_written(case: tuple[str, str]) -> None:
    phrase, text = case
    assert found_in(text, phrase, "de" if phrase == "klimaneutral" else "en")


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzäéñöüß", min_size=1, max_size=12)


@given(st.sampled_from(PHRASES), LETTERS)
def test_a_phrase_is_not_found_at_the_end_of_a_longer_word(phrase: str, letters: str) -> None:
    assert not found_in(letters + phrase, phrase)


@given(st.sampled_from(PHRASES), LETTERS)
def test_a_phrase_is_not_found_at_the_start_of_a_longer_word(phrase: str, letters: str) -> None:
    assume(plain(letters) not in ENDINGS["en"])
    assert not found_in(phrase + letters, phrase)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pure", "PUREJOY"),
        ("pure", "puree of apricots"),
        ("green", "greenish hills"),
        ("green", "evergreen"),
        ("heal", "health and wealth"),
        ("eco friendly", "an echo. Friendly people"),
        ("carbon neutral", "carbon. Neutral"),
    ],
)
def test_words_that_only_look_alike(phrase: str, text: str) -> None:
    assert not found_in(text, phrase)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("antioxida*", "Antioxidants!"),
        ("*ponya", "Asali inaponya."),
        ("100 % natural", "100% natural"),
        ("CO2 neutral", "CO₂-neutral"),
        ("nature's friend", "nature\u2019s friend"),
        ("immun*", "IMMÚNE"),
        ("respectueux de l'environnement", "respectueux de l\u2019environnement"),
    ],
)
def test_stars_signs_and_accents(phrase: str, text: str) -> None:
    assert found_in(text, phrase)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("***", "no letters"),
        ("a*", "three letters"),
        ("aaa* bbb* ccc*", "too much"),
        ("one two three four five six seven eight nine", "too much"),
        ("... cough", "between words"),
        ("[eases] ...", "between words"),
    ],
)
def test_a_line_that_cannot_be_a_phrase_is_named(line: str, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        validate_phrases(f"pure\n{line}")


@pytest.mark.parametrize("piece", ["a", "aaa ", "aaa-\n"])
def test_no_text_keeps_the_worst_phrase_busy(piece: str) -> None:
    phrases = "*aaa*\naaa* aaa*\n*aaa aaa*\naaa aaa aaa aaa aaa aaa aaa aaab"
    validate_phrases(phrases)
    text = plain_text(piece * 50_000)
    started = time.process_time()
    compile_phrases(phrases, "en").spans_in(text)
    assert time.process_time() - started < 1


@given(st.text())
def test_every_part_of_a_text_is_quoted_as_it_was_written(text: str) -> None:
    read: PlainText = plain_text(text)
    whole = " ".join(text.split())
    for form in read.forms:
        assert len(form.origins) == len(form.plain)
        assert form.origins == sorted(form.origins)
        assert not any(unicodedata.combining(character) for character in form.plain)
        if form.plain:
            span = form.written(0, len(form.plain))
            assert read.as_written(*span) in whole
            assert read.passage(*span) in whole
