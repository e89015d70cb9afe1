from dev.attack.__main__ import run


def test_an_attack_that_fails_is_named_and_the_others_go_on() -> None:
    assert run(["this", "dev.attack.none_of_ours", "keyword"]) == ["dev.attack.none_of_ours"]
