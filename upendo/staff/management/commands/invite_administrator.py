from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from upendo.staff.invitations import TakenError, invite_administrator


class Command(BaseCommand):
    help = (
        "Emails a link with which somebody chooses the password of an account that may do "
        "everything. The account is made unless there is one; run it again for another link."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when there is no mail server, or it refuses."""
        email = options["email"].strip().lower()
        try:
            validate_email(email)
            invite_administrator(email=email)
        except ValidationError as error:
            raise CommandError(f"{email}: {error.messages[0]}") from error
        except (TakenError, OSError) as error:
            raise CommandError(f"Nothing was made. {error}") from error
        self.stdout.write(f"A link is on its way to {email}. It begins with {settings.SITE_URL}.")
