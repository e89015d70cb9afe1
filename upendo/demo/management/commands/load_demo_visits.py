from typing import Any

from django.core.management.base import BaseCommand

from upendo.demo.visits import load_visits


class Command(BaseCommand):
    help = "Invent two years of visits for the demonstration, unless some are counted already."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Visits invented: {load_visits():,}.")
