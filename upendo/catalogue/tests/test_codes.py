import pytest
from hypothesis import given
from hypothesis import strategies as st

from upendo.catalogue import codes

new_codes = st.text(codes.ALPHABET, min_size=7, max_size=7).map(
    lambda body: body + codes.check_character(body)
)
printed_codes = st.from_regex(codes.PATTERN, fullmatch=True).map(str.strip)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = codes.normalise(text)
    assert codes.normalise(once) == once


@given(printed_codes)
def test_a_printed_code_is_read_in_any_case_with_spaces_and_dashes(code: str) -> None:
    typed = " " + "- ".join(code.lower()) + "\u2013"
    assert codes.normalise(typed) == code
    assert codes.is_code(code)


@given(st.text())
def test_what_is_no_code_is_told_apart(text: str) -> None:
    plain = text.isascii() and text.isalnum() and text == text.upper() and len(text) <= 15
    assert codes.is_code(text) == (plain and text != "")


def test_generated_codes_are_valid_random_and_easy_to_read() -> None:
    made = {codes.generate() for _ in range(500)}
    assert len(made) == 500
    assert all(codes.is_code(code) and codes.has_valid_check(code) for code in made)
    assert not set("".join(made)) & set("01OIL")


@pytest.mark.parametrize(
    "code",
    ["23456789", "12E34567", "2E5", "2D345678", "MAR22345", "22MAR222", "2MAR2026", "1JAN",
     "AUGUST22", "SEPT2222", "22DEZ222", "MARCH1"],
)  # fmt: skip
def test_no_code_of_ours_is_a_number_or_a_date_to_a_spreadsheet(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes.may_be_number_or_date(code)
    drawn = iter("2345678234567K7KJ2MNP")
    monkeypatch.setattr("upendo.catalogue.codes.secrets.choice", lambda _: next(drawn))
    assert codes.generate()[:-1] == "7KJ2MNP"


def test_words_and_codes_of_letters_in_two_places_stay_texts() -> None:
    assert not any(map(codes.may_be_number_or_date, ("PUREJOY", "7KJ2MNP4", "A2B3C4D5")))


@given(new_codes, st.integers(0, 7), st.sampled_from(codes.ALPHABET))
def test_one_wrong_character_is_always_noticed(code: str, place: int, other: str) -> None:
    slipped = code[:place] + other + code[place + 1 :]
    assert codes.has_valid_check(slipped) == (slipped == code)


@given(new_codes, st.integers(0, 7), st.integers(0, 7))
def test_two_exchanged_characters_are_always_noticed(code: str, one: int, two: int) -> None:
    characters = list(code)
    characters[one], characters[two] = characters[two], characters[one]
    slipped = "".join(characters)
    assert codes.has_valid_check(slipped) == (slipped == code)


@given(printed_codes.filter(lambda code: len(code) >= 6), st.data())
def test_a_code_with_one_slip_has_the_right_one_among_its_neighbours(
    code: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(code) - 2))
    wrong = data.draw(st.sampled_from("ABC123"))
    slips = {
        code[:place] + code[place + 1 :],
        code[:place] + code[place + 1] + code[place] + code[place + 2 :],
        code[:place] + wrong + code[place + 1 :],
        (code[:place] + wrong + code[place:])[: codes.LONGEST],
    }
    reachable = {slip for slip in slips if len(slip) != codes.LONGEST or len(code) < 15}
    assert all(code in codes.neighbours(slip) for slip in reachable - {code})


def test_misread_look_alikes_are_neighbours() -> None:
    assert "PUREJOY" in codes.neighbours("PUREJ0Y")
    assert "BOOK1OO" in codes.neighbours("B00KI00")


def test_a_very_short_code_has_no_neighbours() -> None:
    assert codes.neighbours("ABCD") == set()
