"""The answers of a person: what is wrong is named, all at once, and no value is shown."""

from delivery import PROJECT
from delivery.setup.tests.conftest import Accounts


def test_the_example_names_what_must_be_filled_in(accounts: Accounts) -> None:
    accounts.answers.write_text((PROJECT / "delivery/setup/answers.example.toml").read_text())
    code, shown = accounts.run()
    assert code == 2
    for name in ("staging.config.EMAIL_URL", "production.config.S3_ENDPOINT_URL"):
        assert f"{name} is not filled in" in shown
    assert accounts.heroku.seen == []


def test_a_slip_of_the_pen_is_named(accounts: Accounts) -> None:
    accounts.say('domain = ""', 'domian = "honey.example"')
    code, shown = accounts.run()
    assert code == 2
    assert "domian is not known" in shown


def test_all_faults_at_once_without_a_value(accounts: Accounts) -> None:
    accounts.say('app = "honey"', 'app = "Honey Shop!"')
    accounts.say('WEB_CONCURRENCY = "1"', "WEB_CONCURRENCY = 1")
    code, shown = accounts.run()
    assert code == 2
    assert "production.app is not of the form" in shown
    assert "staging.config.WEB_CONCURRENCY must stand in quotes" in shown
    assert "Shop" not in shown


def test_a_bucket_that_both_would_write_to_is_refused(accounts: Accounts) -> None:
    text = accounts.answers.read_text()
    accounts.answers.write_text(text.replace("EMAIL_URL", 'S3_BUCKET = "one"\nEMAIL_URL'))
    code, shown = accounts.run()
    assert code == 2
    assert "staging and production share a bucket" in shown


def test_no_answers_at_all(accounts: Accounts) -> None:
    accounts.answers.unlink()
    code, shown = accounts.run()
    assert code == 2
    assert "cp delivery/setup/answers.example.toml" in shown


def test_no_keys(accounts: Accounts) -> None:
    code, shown = accounts.run(HEROKU_API_KEY="", GITHUB_TOKEN="")
    assert code == 2
    assert "HEROKU_API_KEY is missing" in shown
