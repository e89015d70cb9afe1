"""What only a person can do, in the exact words to type or press: seven lines at most."""

from delivery.setup.answers import BRANCH, Answers

BEFORE = (
    "Accounts, and a card at the first: heroku.com (Sign up; Account settings, Billing), github.com"
    " (New organization, New repository; git push origin master), circleci.com (Sign up with"
    " GitHub).",
    "Keys: heroku login && gh auth login -s admin:org,repo &&"
    ' export HEROKU_API_KEY="$(heroku auth:token)" GITHUB_TOKEN="$(gh auth token)"',
    "Pictures and letters: make three buckets' keys and an SMTP user where you like, then"
    " cp delivery/setup/answers.example.toml setup.toml and fill it in.",
)


def connect_circleci(answers: Answers) -> str:
    return (
        f"CircleCI's consent: app.circleci.com, Projects, {answers.repository}, Set Up Project,"
        f" Fastest, {BRANCH}, Set Up Project."
    )


def connect_heroku(answers: Answers) -> str:
    return (
        f"Heroku's consent: dashboard.heroku.com, {answers.pipeline}, Settings, Connect to GitHub,"
        f" Authorize, {answers.repository}, Connect; then run this again."
    )


def point_domain(answers: Answers, target: str) -> str:
    name = answers.domain or "(the domain of setup.toml)"
    return f"DNS, at whoever sold you the name: {name} ALIAS or CNAME {target}"


def first_administrator(app: str) -> str:
    return (
        "The first administrator, once a release is live:"
        f' heroku run -a {app} "python manage.py invite_administrator YOU@…"'
    )


def all_lines(answers: Answers) -> tuple[str, ...]:
    """The whole list, in the order in which it is done."""
    return (
        *BEFORE,
        connect_circleci(answers),
        connect_heroku(answers),
        first_administrator(answers.production.app),
        point_domain(answers, "(the set-up prints where to)"),
    )
