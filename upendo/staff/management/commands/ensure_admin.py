from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse

from upendo.web.addresses import absolute


class Command(BaseCommand):
    help = "Create a superuser unless that name exists; for demonstrations only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("password")

    def handle(self, *args: Any, **options: Any) -> None:
        """Create the account, and say how to log in."""
        users, name, password = get_user_model().objects, options["username"], options["password"]
        if not users.filter(username=name).exists():
            users.create_superuser(name, password=password)
        if options["verbosity"]:
            login = absolute(reverse("admin:index"))
            self.stdout.write(f"Log in at {login} as {name}. The password was at first: {password}")
