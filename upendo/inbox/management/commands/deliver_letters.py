from typing import Any

from django.core.management.base import BaseCommand

from upendo.inbox.mail import courier


class Command(BaseCommand):
    help = "Send the emails that are due, remind of waiting letters, erase those kept long enough."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Sent: {courier.make_round()}")
