"""What GitHub knows of a commit: its statuses and check runs, by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from delivery.run.settings import Settings
from delivery.services.errors import UnexpectedAnswerError
from delivery.services.transport import Answer, Api

NEXT_PAGE = re.compile(r'<([^>]+)>;\s*rel="next"')
MOST_PAGES = 50


@dataclass(frozen=True)
class Verdict:
    """One status or check run: green, pending, or else red in the words of `said`."""

    name: str
    green: bool
    pending: bool
    said: str


def api(settings: Settings) -> Api:
    """GitHub's API with this run's token."""
    return Api(
        "GitHub",
        settings.github_api,
        settings.timing,
        {
            "Authorization": f"Bearer {settings.github_token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )


def pages(github: Api, path: str) -> Iterator[Any]:
    """Every page of a list, following `Link: rel="next"` on GitHub's own address only."""
    for _ in range(MOST_PAGES):
        answer = github.get(path)
        yield answer.json()
        following = next_path(github, answer)
        if following is None:
            return
        path = following
    raise UnexpectedAnswerError(f"GitHub: {path}: more than {MOST_PAGES} pages.")


def next_path(github: Api, answer: Answer) -> str | None:
    """The next page's path under the API's root, or None on the last page."""
    link = NEXT_PAGE.search(answer.headers.get("Link", ""))
    if link is None:
        return None
    if not link[1].startswith(github.root + "/"):
        raise UnexpectedAnswerError(f"GitHub: the next page is at {urlsplit(link[1]).netloc}.")
    return link[1].removeprefix(github.root)


def verdicts(github: Api, repository: str, commit: str) -> list[Verdict]:
    """Every status and every latest check run of the commit."""
    at = f"/repos/{repository}/commits/{commit}"
    try:
        statuses = [
            Verdict(s["context"], s["state"] == "success", s["state"] == "pending", s["state"])
            for page in pages(github, f"{at}/status?per_page=100")
            for s in page["statuses"]
        ]
        runs = [
            Verdict(
                run["name"],
                run["conclusion"] == "success",
                run["status"] != "completed",
                run["conclusion"] or run["status"],
            )
            for page in pages(github, f"{at}/check-runs?per_page=100&filter=latest")
            for run in page["check_runs"]
        ]
    except (KeyError, TypeError) as error:
        raise UnexpectedAnswerError(f"GitHub: {at}: the answer lacks {error}.") from error
    return statuses + runs
