from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "upendo.inbox"
    verbose_name = "Letters"

    def ready(self) -> None:
        """Take part in every story."""
        # Not before: the models are ready now.
        from upendo.catalogue.story_sections import add_story_section  # noqa: PLC0415
        from upendo.inbox.public_letters import SECTION  # noqa: PLC0415

        add_story_section(SECTION)
