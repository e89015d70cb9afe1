from typing import Any

from django.core.management.base import BaseCommand

from upendo.demo.load import load_demo


class Command(BaseCommand):
    help = "Create the demonstration stories that are missing; what exists is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        codes = load_demo()
        self.stdout.write(f"Demonstration stories created: {', '.join(codes) or 'none missing'}.")
