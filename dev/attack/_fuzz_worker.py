"""Sends odd requests: so many, of a seed, by nobody or staff, as a line says ("500 1 staff")."""

from collections.abc import Callable

from django.contrib.auth.models import User
from django.test import Client

from dev.attack._answering import answer_lines
from upendo.tests.odd_requests import broken, existing


def _prepare() -> Callable[[str], object]:
    known = existing()
    superuser = User.objects.create_superuser("attack")

    def answer(line: str) -> list[str]:
        count, seed, who = line.split()
        client = Client(raise_request_exception=False)
        if who == "staff":
            client.force_login(superuser)
        return broken(client, int(count), int(seed), known)

    return answer


if __name__ == "__main__":
    answer_lines(_prepare)
